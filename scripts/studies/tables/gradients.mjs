import { table } from "../../generate/table.mjs";
import { digits, estimateText, meanOf } from "../estimate-text.mjs";

/**
 * `gradients`: norms of the gradient by layer at the first and the last measured update, each group at its
 * best rate.
 */
export const gradients = {
  needs: ["gradients"],
  lines({ groups, confidence }) {
    const rows = groups.map(({ label, best }) => {
      const probes = best.trials.flatMap(({ record }) => {
        const found = record.curve.at(-1)?.gradients ?? [];
        return found.length === 0 ? [] : [found];
      });
      const [first, last] = [0, -1].map((place) => probes.map((found) => found.at(place).layers));
      const ratios = first.map((norms) => norms[0].gradient_norm / norms.at(-1).gradient_norm);
      return [label, `${probes.length}`, byLayer(first), estimateText(ratios, confidence), byLayer(last)];
    });
    return [
      "## Norms of gradients by layer",
      "",
      "Norms of the gradients of weights, from the first layer to the output layer, means over seeds: at the first step, the ratio of the first layer to the output layer, and at the last measured step.",
      "",
      ...table(["configuration", "n", "first step", "first layer / output layer", "last step"], rows),
      "",
    ];
  },
};

function byLayer(seeds) {
  const layers = seeds[0]?.length ?? 0;
  if (layers === 0) return "–";
  return Array.from({ length: layers }, (_, i) =>
    digits(meanOf(seeds.map((norms) => norms[i].gradient_norm))),
  ).join(" · ");
}
