import { reachedTarget } from "../../../packages/core/dist/internal.js";
import { table } from "../../generate/table.mjs";
import { estimateText } from "../estimate-text.mjs";

/**
 * `time-to(0.9)`: updates until the first epoch's end with such a validation accuracy, each group at its best
 * rate.
 */
export const timeTo = {
  needs: ["curve"],
  lines({ groups, confidence }, target) {
    const rows = groups.map(({ label, best }) => {
      const steps = stepsTo(best, Number(target));
      return [
        label,
        `${best.rate ?? "–"}`,
        `${steps.length} of ${best.trials.length}`,
        estimateText(steps, confidence),
      ];
    });
    return [
      `## Steps to a validation accuracy of ${100 * Number(target)} %`,
      "",
      "Measured at the ends of epochs; means over the seeds that reached it.",
      "",
      ...table(["configuration", "learning rate", "seeds that reached it", "steps"], rows),
      "",
    ];
  },
};

/** Updates that each seed of a point needed, of the seeds that came there. */
export function stepsTo({ trials }, target) {
  return trials.flatMap(({ record }) => reachedTarget(record, target)?.step ?? []);
}
