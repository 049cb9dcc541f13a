import { samplingError } from "../stats/sampling-error.js";
import type { RunView } from "../view/run-view.js";

/** What another test set of the same size would change; intervals over seeds do not show it. */
export interface TestSetError {
  /** Of the best point. */
  readonly accuracy: number;
  readonly examples: number;
  /** One standard error. */
  readonly error: number;
}

/** The test set's own sampling error at the best point's accuracy; undefined without a test accuracy. */
export function testSetError(view: RunView): TestSetError | undefined {
  const best = view.ranked.find((point) => point.estimate("test_accuracy") !== undefined);
  const accuracy = best?.estimate("test_accuracy")?.mean;
  const examples = best?.configuration.spec.dataset.test;
  if (accuracy === undefined || examples === undefined || examples === 0) return undefined;
  return { accuracy, examples, error: samplingError(accuracy, examples) };
}
