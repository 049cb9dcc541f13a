import { table } from "../../generate/table.mjs";
import { digits } from "../estimate-text.mjs";

/**
 * `turnover`: by point and hidden layer the share of units that were born dead, died, came back and are dead
 * at the end, over all completed seeds, and the longest time dead. Points without a dead unit have no line.
 */
export const turnover = {
  needs: ["born_dead", "died", "revived", "longest_dead"],
  lines({ points }) {
    const rows = points.flatMap(({ label, trials }) => {
      const seeds = trials.flatMap(({ record }) =>
        record.status === "completed" ? [record.curve.at(-1).units] : [],
      );
      const hurt = seeds.some((layers) => layers.some(({ longest_dead }) => longest_dead !== undefined));
      return hurt ? [[label, `${seeds.length}`, ...cells(seeds)]] : [];
    });
    const heads = ["born dead", "died", "came back (of those that died)", "dead at the end"];
    return [
      "## Died and came back, by layer",
      "",
      "First hidden layer to last, in percent of all units of completed seeds; a dash means that no unit died. Units are evaluated after every epoch, on every training example. Time in steps, the longest of all units. Configurations without dead units are left out.",
      "",
      ...table(["configuration", "n", ...heads, "longest time dead"], rows),
      "",
    ];
  },
};

function cells(seeds) {
  const byLayer = seeds[0].map((_, layer) => seeds.map((layers) => layers[layer]));
  const each = (part, all) =>
    byLayer
      .map((layers) => {
        const [some, whole] = [part, all].map((field) =>
          layers.reduce((sum, layer) => sum + (layer[field] ?? 0), 0),
        );
        return whole === 0 ? "–" : digits((100 * some) / whole);
      })
      .join(" · ");
  const longest = seeds.flat().reduce((most, { longest_dead = 0 }) => Math.max(most, longest_dead), 0);
  return [
    each("born_dead", "units"),
    each("died", "units"),
    each("revived", "died"),
    each("dead", "units"),
    `${longest}`,
  ];
}
