import { varianceMapOf, varianceMapSlope } from "../../../packages/core/dist/internal.js";
import { renderLines } from "../../../packages/report/dist/index.js";
import { table } from "../../generate/table.mjs";
import { digits, estimateText, meanOf } from "../estimate-text.mjs";

const WITHIN = 0.02;
const ROWS = 2000;
const PARTS = 50;

/**
 * `variance-map`: second moments of pre-activations, measured in wide shallow networks and in narrow deep
 * ones, beside what the variance map predicts: 1 in the first layer; in layer l the mean over examples of the
 * map, applied l − 1 times to an example's own squared norm over that of all.
 */
export const varianceMap = {
  needs: ["z"],
  collect: ({ study }) => ({ norms: relativeNorms(study.datasets[0]) }),
  lines({ points, confidence }, _, { name, norms = [1] }) {
    const wide = measuredOf(points).filter(({ depth }) => depth <= 2);
    const deep = measuredOf(points).filter(({ depth }) => depth > 2);
    return [
      "## One wide layer",
      "",
      "Second moments of pre-activations in two layers of 4,096 units, with intervals over seeds, and their prediction: 1 in the first layer, and in the second the mean of the variance map over pictures, which differ in ink.",
      "",
      ...table(
        ["activation", "n", "layer 1", "within 2 % of 1", "layer 2", "predicted", "within 2 %"],
        wide.map((point) => {
          const [, second] = predicted(activation(point), norms, 2);
          return [
            activation(point).label,
            `${point.moments.length}`,
            estimateText(layer(point, 0), confidence),
            within(layer(point, 0), 1),
            estimateText(layer(point, 1), confidence),
            digits(second),
            within(layer(point, 1), second),
          ];
        }),
      ),
      "",
      "## Twenty layers",
      "",
      "The map's slope at 1 determines what happens to a disturbance: below 1 it decays, above 1 it grows with every layer, and at 1 random deviations remain. Predicted as above; what 256 units draw by chance in each layer is not in it.",
      "",
      `![Second moments by layer](${name}-moments.svg)`,
      "",
      ...table(
        [
          "activation",
          "n",
          "slope of the map at 1",
          "layer 20, predicted",
          "layer 20, measured",
          "layers 1 to 20, measured",
        ],
        deep.map((point) => {
          const means = Array.from({ length: point.depth }, (_, i) => digits(meanOf(layer(point, i))));
          const slope = varianceMapSlope(activation(point));
          return [
            activation(point).label,
            `${point.moments.length}`,
            `${digits(slope)}, ${fate(slope)}`,
            digits(predicted(activation(point), norms, point.depth).at(-1)),
            estimateText(layer(point, -1), confidence),
            means.join(" · "),
          ];
        }),
      ),
      "",
    ];
  },
  files({ points }, _, { name }) {
    const deep = measuredOf(points).filter(({ depth }) => depth > 2);
    const svg = renderLines({
      title: "second moment of pre-activations by layer",
      desc: `Means over seeds, of ${deep.length} activations.`,
      x: "layer",
      y: "second moment",
      lines: deep.map((point) => ({
        name: activation(point).label,
        dots: Array.from({ length: point.depth }, (_, i) => ({ x: i + 1, y: meanOf(layer(point, i)) })),
      })),
    });
    return [[`${name}-moments.svg`, svg]];
  },
};

function measuredOf(points) {
  return points.map((point) => ({
    ...point,
    depth: point.spec.model.hidden.length,
    moments: point.trials.flatMap(momentsOf),
  }));
}

const activation = ({ spec }) => spec.model.activation[0];
/** Of each seed, the second moment in a layer, from 0; −1 is the last. */
const layer = ({ moments }, i) => moments.map((own) => own.at(i));

/** Second moments of layers 1 to `depth`. */
function predicted(spec, norms, depth) {
  const map = varianceMapOf(spec);
  let own = norms;
  return Array.from({ length: depth }, (_, i) => {
    if (i > 0) own = own.map(map);
    return meanOf(own);
  });
}

function within(values, expected) {
  return Math.abs(meanOf(values) / expected - 1) <= WITHIN ? "yes" : "**no**";
}

/** Squared norms of training rows of bytes over their mean, in ascending order, as means of equal parts. */
function relativeNorms({ features, stride, trainRows }) {
  const bytes = new Uint8Array(features);
  const rows = Math.min(ROWS, trainRows);
  const squares = Array.from({ length: rows }, (_, row) =>
    bytes.subarray(row * stride, (row + 1) * stride).reduce((sum, x) => sum + x * x, 0),
  ).sort((a, b) => a - b);
  const all = meanOf(squares);
  const size = rows / PARTS;
  return Array.from({ length: PARTS }, (_, i) => meanOf(squares.slice(i * size, (i + 1) * size)) / all);
}

function fate(slope) {
  if (Math.abs(slope - 1) < 1e-6) return "neither";
  return slope < 1 ? "stable" : "unstable";
}

/** mean² + std² of each layer's pre-activations. */
function momentsOf({ record }) {
  const units = record.curve.at(-1)?.units;
  return units === undefined ? [] : [units.map(({ z }) => z.mean ** 2 + z.std ** 2)];
}
