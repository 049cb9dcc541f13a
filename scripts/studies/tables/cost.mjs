import { speedId } from "../../../packages/core/dist/internal.js";
import {
  formatEstimate,
  formatFloor,
  formatNanoseconds,
  formatRatio,
  speedDoubts,
  viewSpeed,
} from "../../../packages/report/dist/index.js";
import { readRun } from "../../../packages/sweep/dist/index.js";
import { table } from "../../generate/table.mjs";
import { estimateText, meanOf } from "../estimate-text.mjs";
import { stepsTo } from "./time-to.mjs";

/**
 * `cost(0.93)`: what each activation costs per element, per update, and to a validation accuracy, each at its
 * best rate.
 */
export const cost = {
  needs: ["curve"],
  async collect({ folder }) {
    const { speed } = await readRun(folder);
    return speed === undefined ? {} : { speed };
  },
  lines({ groups, confidence }, target, { speed }) {
    const [view] = speed?.groups.map((group) => viewSpeed(group, confidence)) ?? [];
    const figures = new Map(view?.lines.map((line) => [line.id, line.figures]));
    const rows = groups.map(({ label, best }) => {
      const { step, forward, backward } = figures.get(speedId(best.spec)) ?? {};
      const steps = stepsTo(best, Number(target));
      const updates = meanOf(steps);
      return [
        label,
        time(forward),
        time(backward),
        time(step),
        step === undefined ? "–" : formatRatio(step),
        formatEstimate("test_accuracy", best.line.estimates.test_accuracy),
        steps.length === 0 ? "–" : `${estimateText(steps, confidence)}, n = ${steps.length}`,
        step === undefined || updates === undefined ? "–" : formatNanoseconds(step.p50_ns * updates),
      ];
    });
    const doubts = view === undefined ? "" : speedDoubts(view);
    return [
      "## What they cost",
      "",
      view === undefined
        ? "Isolated timing did not run, so there are no times."
        : `Times are from isolated timing, one thread at a time: ${view.network}; ${formatFloor(view)}. A ratio within the noise floor is not a difference.${doubts && ` ${doubts}`}`,
      "",
      ...table(
        [
          "activation",
          "value, per element",
          "derivative, per element",
          "update",
          `× ${view?.baseline ?? "baseline"}`,
          "test accuracy",
          `steps to ${100 * Number(target)} % validation`,
          "time to it",
        ],
        rows,
      ),
      "",
    ];
  },
};

function time(figure) {
  return figure === undefined ? "–" : formatNanoseconds(figure.p50_ns);
}
