import type { Initializer, LayerShape } from "./initializer.js";
import { type Distribution, variates } from "./variates.js";

/** Zero-mean weights of the given standard deviation, drawn as the distribution says. */
export function drawn(distribution: Distribution, deviation: (shape: LayerShape) => number): Initializer {
  return (shape, weights) => {
    const standard = variates(distribution, shape);
    const scale = deviation(shape) * (distribution === "uniform" ? Math.sqrt(3) : 1);
    for (let at = 0; at < weights.length; at++) weights[at] = scale * (standard[at] as number);
    return undefined;
  };
}
