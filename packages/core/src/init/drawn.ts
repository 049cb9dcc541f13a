import { WeightDraws } from "./draw.js";
import type { Initializer, LayerShape } from "./initializer.js";

/** Zero-mean weights of the given standard deviation, drawn as the distribution says. */
export function drawn(
  distribution: "normal" | "uniform",
  deviation: (shape: LayerShape) => number,
): Initializer {
  return (shape, weights) => {
    const draws = new WeightDraws(shape.seed, shape.layer);
    const scale = deviation(shape) * (distribution === "uniform" ? Math.sqrt(3) : 1);
    let at = 0;
    for (let unit = 0; unit < shape.units; unit++)
      for (let input = 0; input < shape.inputs; input++)
        weights[at++] =
          scale *
          (distribution === "normal" ? draws.normal(unit, input) : 2 * draws.uniform(unit, input) - 1);
    return undefined;
  };
}
