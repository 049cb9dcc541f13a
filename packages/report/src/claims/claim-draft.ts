import type { MetricName } from "../metrics/metric-name.js";
import type { Comparable } from "../verdict/comparable.js";
import type { PointView } from "../view/point-view.js";
import type { Expectation } from "./expectation.js";

/** A claim made ready to be judged. */
export interface ClaimDraft {
  readonly metric: MetricName;
  readonly expectation: Expectation;
  readonly comparable: Comparable;
  readonly points: readonly PointView[];
  readonly subject: string;
  readonly reference?: string;
  /** The value is known without a test: no unit of these activations can be dead. */
  readonly byDefinition?: boolean;
}

/** What a claim asks. */
export interface ClaimQuestion {
  readonly metric: MetricName;
  readonly expectation: Expectation;
}
