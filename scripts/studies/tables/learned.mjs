import { formatEstimate } from "../../../packages/report/dist/index.js";
import { table } from "../../generate/table.mjs";
import { estimateText } from "../estimate-text.mjs";

/**
 * `learned(alpha)`: the final values of a trained parameter, by layer, next to the best activation with a
 * fixed parameter.
 */
export const learned = {
  needs: [],
  lines({ groups, confidence }, name) {
    const trains = ({ spec }) =>
      spec.model.activation.some(({ params }) =>
        params.some((param) => param.name === name && param.trainable),
      );
    const rows = groups
      .flatMap(({ points }) => points)
      .filter(trains)
      .map(({ label, line, spec, trials }) => [
        label,
        ...spec.model.hidden.map((_, layer) =>
          estimateText(
            trials.flatMap(({ record }) =>
              record.status === "completed" ? (record.curve.at(-1)?.params?.[layer]?.[name] ?? []) : [],
            ),
            confidence,
          ),
        ),
        formatEstimate("test_accuracy", line.estimates.test_accuracy),
      ]);
    const depth = Math.max(0, ...rows.map((row) => row.length - 2));
    const fixed = groups.find(
      ({ best }) =>
        best.spec.model.activation.some(({ params }) => params.some((param) => param.name === name)) &&
        !trains(best),
    );
    return [
      `## What ${name} became`,
      "",
      `Means over the units of a layer and then over seeds, with their intervals. ${fixed === undefined ? "" : `The best fixed value: ${fixed.best.label}, test accuracy ${formatEstimate("test_accuracy", fixed.best.line.estimates.test_accuracy)}.`}`.trimEnd(),
      "",
      ...table(
        [
          "start and learning rate",
          ...Array.from({ length: depth }, (_, i) => `layer ${i + 1}`),
          "test accuracy",
        ],
        rows,
      ),
      "",
    ];
  },
};
