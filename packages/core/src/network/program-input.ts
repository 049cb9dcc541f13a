import type { Expr } from "../formula/expr.js";
import type { InputMap } from "../kernels/inputs.js";
import type { LanePlan } from "../kernels/lane-plan.js";
import type { DataShape } from "./data-shape.js";
import type { NetworkLayout } from "./layout.js";
import type { NetworkSpec } from "./network-spec.js";

export interface ProgramInput {
  readonly spec: NetworkSpec;
  readonly data: DataShape;
  readonly layout: NetworkLayout;
  readonly inputMap: InputMap;
  readonly lanes: LanePlan;
  /** Per hidden layer and pre-activation: where the slope is not identically zero. */
  readonly live: readonly (readonly Expr[])[];
}
