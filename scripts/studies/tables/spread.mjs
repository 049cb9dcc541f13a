import { formatEstimate, trialValue } from "../../../packages/report/dist/index.js";
import { table } from "../../generate/table.mjs";
import { estimateText } from "../estimate-text.mjs";

const METRIC = "test_accuracy";

/**
 * `spread(train.schedule)`: how far activations are apart at each value of another axis, each at its own best
 * rate.
 */
export const spread = {
  needs: [],
  lines({ study, groups, confidence }, axis) {
    const activations = study.axes.find(({ name }) => name === "activation").values;
    const rows = study.axes
      .find(({ name }) => name === axis)
      .values.map((value) => {
        const own = groups.filter(({ others }) => others[axis] === value && others.activation !== undefined);
        const bests = activations.map((name) => own.find(({ others }) => others.activation === name)?.best);
        return { value, bests, apart: apart(bests) };
      });
    const [first, ...rest] = rows;
    const title = axis.split(".").at(-1);
    return [
      `## Does ${title} make the choice matter less?`,
      "",
      `Test accuracy of each activation at its best learning rate, chosen on the validation set, and the difference between the best and the worst of them, within each seed.`,
      "",
      ...table(
        [title, ...activations, "best minus worst"],
        rows.map(({ value, bests, apart }) => [
          `${value}`,
          ...bests.map((point) => formatEstimate(METRIC, point?.line.estimates[METRIC])),
          inPoints([...apart.values()], confidence),
        ]),
      ),
      "",
      ...rest.map(({ value, apart }) => {
        const differences = [...apart].flatMap(([seed, gap]) => {
          const other = first.apart.get(seed);
          return other === undefined ? [] : [gap - other];
        });
        return `- ${value}: the difference is ${inPoints(differences, confidence)} larger than for ${first.value}, n = ${differences.length}.`;
      }),
      "",
    ];
  },
};

/** By seed: the best activation's accuracy minus the worst's, best and worst by their means over seeds. */
function apart(points) {
  const ranked = points
    .filter((point) => point?.line.estimates[METRIC] !== undefined)
    .toSorted((a, b) => b.line.estimates[METRIC].mean - a.line.estimates[METRIC].mean);
  const worst = new Map(ranked.at(-1)?.trials.map(({ seed, record }) => [seed, trialValue(record, METRIC)]));
  return new Map(
    (ranked[0]?.trials ?? []).flatMap(({ seed, record }) => {
      const [a, b] = [trialValue(record, METRIC), worst.get(seed)];
      return a === undefined || b === undefined ? [] : [[seed, a - b]];
    }),
  );
}

function inPoints(values, confidence) {
  return `${estimateText(
    values.map((value) => 100 * value),
    confidence,
  )} pp`;
}
