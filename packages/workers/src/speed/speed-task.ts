import type { Dataset, LanePlan, SpeedRound, TrialSpec } from "@actbench/core/internal";
import type { CodeModule } from "../code/load-code.js";

/** What a thread of isolated timing is given when it starts. */
export interface SpeedSetup {
  readonly lanes: LanePlan;
  readonly spec: TrialSpec;
  readonly dataset: Dataset;
  readonly code: readonly CodeModule[];
}

/** The requests to a thread, one at a time. */
export type SpeedRequest =
  | { readonly type: "warm"; readonly seconds: number }
  | { readonly type: "round"; readonly seconds: number };

export interface RoundFigures {
  readonly step: SpeedRound;
  readonly forward?: SpeedRound;
  readonly backward?: SpeedRound;
}

/** What it answers. */
export type SpeedAnswer =
  | { readonly type: "warm"; readonly flat: boolean }
  | { readonly type: "round"; readonly figures: RoundFigures }
  | { readonly type: "failed"; readonly message: string };
