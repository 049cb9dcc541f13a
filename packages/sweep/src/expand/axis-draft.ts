import type { Json } from "@actbench/core/internal";
import type { Path } from "../config/path.js";
import type { Setting } from "../settings/setting.js";
import type { Condition } from "./condition.js";

/** Values that points take in turn: of one setting, or of several that go together. */
export interface AxisDraft {
  readonly settings: readonly Setting[];
  /** `rows[i][k]` is the i-th value of `settings[k]`. An activation is its label. */
  readonly rows: readonly (readonly Json[])[];
  /**
   * Where values are drawn from a distribution: those at a quantile u in (0, 1); undefined, with a problem
   * noted, for a wrong one.
   */
  readonly rowAt?: (u: number) => readonly Json[] | undefined;
  readonly when?: Condition;
  readonly path: Path;
}
