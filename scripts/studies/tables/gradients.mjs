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
      "Of the weights' gradient, first layer to output layer, means over seeds: at the first update, the first layer's over the output layer's, and at the last update that was measured.",
      "",
      ...table(["point", "n", "first update", "first layer / output layer", "last update"], rows),
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
