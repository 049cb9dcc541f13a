import { table } from "../../generate/table.mjs";
import { wilson } from "../wilson.mjs";

/**
 * Share of seeds whose network has a hidden layer of dead units alone, by point, with Wilson's interval of 95
 * %.
 */
export const collapsed = {
  needs: [],
  lines({ points }, _, { published }) {
    const rows = points.map(({ label, trials }) => {
      const last = trials.flatMap(({ record }) => {
        const units = record.curve.at(-1)?.units;
        return units === undefined ? [] : [units];
      });
      const hits = last.filter((layers) => layers.some(({ dead, units }) => dead === units)).length;
      const [low, high] = wilson(hits, last.length);
      const share = (hits / last.length).toFixed(3);
      const known = published.get(label);
      return [
        label,
        `${last.length}`,
        `${share} [${low.toFixed(3)}, ${high.toFixed(3)}]`,
        known === undefined ? "–" : `${known}${known < low || known > high ? ", outside" : ""}`,
      ];
    });
    return [
      "## Networks with a layer of only dead units",
      "",
      "Fraction of seeds, with Wilson's 95 % interval, and the expected fraction.",
      "",
      ...table(["point", "n", "share", "expected"], rows),
      "",
    ];
  },
};
