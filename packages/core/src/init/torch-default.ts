import { WeightDraws } from "./draw.js";
import { drawn } from "./drawn.js";
import type { Initializer } from "./initializer.js";

const uniform = drawn("uniform", ({ inputs }) => 1 / Math.sqrt(3 * inputs));

/** What `torch.nn.Linear` starts with: weights and biases uniform in ±1/√fan_in. */
export const torchDefault: Initializer = (shape, weights) => {
  uniform(shape, weights);
  const draws = new WeightDraws(shape.seed, shape.layer, "biases");
  return Float64Array.from(
    { length: shape.units },
    (_, unit) => (2 * draws.uniform(unit, 0) - 1) / Math.sqrt(shape.inputs),
  );
};
