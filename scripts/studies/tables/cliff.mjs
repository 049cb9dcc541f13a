import { table } from "../../generate/table.mjs";
import { digits, meanOf } from "../estimate-text.mjs";
import { wilson } from "../wilson.mjs";

/**
 * `cliff`: by point the share of seeds whose network collapsed (it diverged, or a hidden layer is dead as a
 * whole), with Wilson's interval of 95 %, and what the others reached, apart from them.
 */
export const cliff = {
  needs: [],
  lines({ points }) {
    const rows = points.map(({ label, trials }) => {
      const records = trials.map(({ record }) => record);
      const diverged = records.filter(({ status }) => status === "diverged");
      const completed = records.filter(({ status }) => status === "completed");
      const others = completed.filter((record) => !hasDeadLayer(record));
      const lost = diverged.length + completed.length - others.length;
      const [low, high] = wilson(lost, diverged.length + completed.length).map((share) => 100 * share);
      return [
        label,
        `${lost} of ${diverged.length + completed.length}`,
        `[${low.toFixed(0)}, ${high.toFixed(0)}] %`,
        `${diverged.length}`,
        range(others.map(deadRate)),
        range(others.map(({ curve }) => curve.at(-1)?.validation?.accuracy)),
      ];
    });
    return [
      "## Collapsed networks",
      "",
      "A network has collapsed if it diverged or if all units of a hidden layer are dead. The fraction of such seeds has Wilson's 95 % interval; dead rate and accuracy are those of the other seeds: mean (lowest to highest).",
      "",
      ...table(
        [
          "configuration",
          "collapsed",
          "interval",
          "diverged, of these",
          "dead rate of the others",
          "their accuracy",
        ],
        rows,
      ),
      "",
    ];
  },
};

function hasDeadLayer({ curve }) {
  return curve.at(-1)?.units?.some(({ dead, units }) => dead === units) === true;
}

function deadRate({ curve }) {
  const layers = curve.at(-1)?.units ?? [];
  const sum = (count) => layers.reduce((total, layer) => total + count(layer), 0);
  return sum(({ dead }) => dead) / sum(({ units }) => units);
}

function range(shares) {
  if (shares.length === 0) return "–";
  const percent = shares.map((share) => 100 * share);
  return `${digits(meanOf(percent))} % (${digits(Math.min(...percent))} to ${digits(Math.max(...percent))})`;
}
