// `node packages/core/test/reference/questions.mjs` prints, for each activation of the catalog, what an
// independent author needs to evaluate it: name, meaning, source, parameters and the points of the test; not
// the formula. The answers are in the Python files beside it, and `values.json` holds what these print.
import { catalogSource } from "../../dist/atlas.js";
import { brokenConstraint, catalog } from "../../dist/internal.js";

const POINTS = [-7.3, -3.1, -1.7, -0.9, -0.4, -0.05, 0.05, 0.3, 0.8, 1.6, 2.9, 6.7];

/** Second inputs of gated units, and further ones, from the same numbers. */
const pointsOf = (inputs) =>
  POINTS.map((_, i) => Array.from({ length: inputs }, (_, k) => POINTS[(i + 5 * k) % POINTS.length]));

/** Values away from 0, 1 and the default, above and below it, where lost parentheses and exponents show. */
const above = (value, max) => [
  value * 1.3 + 0.17,
  value * 0.8 - 0.13,
  value * 0.7,
  value + (max - value) * 0.37,
];
const below = (value) => [value * 0.37 + 0.11, value * 0.37, value * 1.9];

function moved({ default: value, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, role }, to) {
  if (role === "inputs") return value;
  const wanted = to(value, max).map((one) => Number(one.toPrecision(3)));
  return wanted.find((one) => Number.isFinite(one) && one >= min && one <= max) ?? value;
}

/** Where the points reach neither the defaults' bend nor that of the moved ones. */
const WITHIN_REACH = {
  clipped_gelu: { low: -0.1, high: 2.3 },
  scaled_polynomial_constant: { scale: 1.7, shift: 0.4, width: 2.3, limit: 1.3 },
  shifted_scaled_sigmoid: { slope: 0.7, shift: 1.3 },
};

/** The defaults, and all parameters moved up and down where the activation's conditions allow it. */
function settings(activation) {
  const setting = (of) => Object.fromEntries(activation.params.map((param) => [param.name, of(param)]));
  const others = [above, below].map((to) => setting((param) => moved(param, to)));
  const isOther = (other) =>
    activation.params.length > 0 && brokenConstraint(activation, other) === undefined;
  const within = WITHIN_REACH[activation.name];
  return [setting((param) => param.default), ...others.filter(isOther), ...(within ? [within] : [])];
}

const questions = catalog.map((activation) => ({
  name: activation.name,
  family: activation.family,
  summary: activation.summary,
  ...catalogSource(activation.name),
  inputs: activation.inputs,
  params: activation.params.map(({ name, default: value, min, max }) => ({ name, default: value, min, max })),
  settings: settings(activation),
  points: pointsOf(activation.inputs),
}));
process.stdout.write(`${JSON.stringify(questions, null, 1)}\n`);
