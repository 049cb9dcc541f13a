import type { InitSpec } from "../trial/spec.js";
import { WeightDraws } from "./draw.js";

export interface LayerShape {
  readonly seed: number;
  /** 0-based; the output layer is `OUTPUT_LAYER`. */
  readonly layer: number;
  readonly inputs: number;
  readonly units: number;
}

/** Fills `weights: [units, inputs]`, row-major f64, for one layer; returns the biases where the method draws them. */
export type Initializer = (shape: LayerShape, weights: Float64Array) => void;

/** Zero-mean weights of the given standard deviation, drawn as the distribution says. */
function drawn(distribution: "normal" | "uniform", deviation: (shape: LayerShape) => number): Initializer {
  return (shape, weights) => {
    const draws = new WeightDraws(shape.seed, shape.layer);
    const scale = deviation(shape) * (distribution === "uniform" ? Math.sqrt(3) : 1);
    let at = 0;
    for (let unit = 0; unit < shape.units; unit++)
      for (let input = 0; input < shape.inputs; input++)
        weights[at++] =
          scale *
          (distribution === "normal" ? draws.normal(unit, input) : 2 * draws.uniform(unit, input) - 1);
  };
}

const xavier = ({ inputs, units }: LayerShape): number => Math.sqrt(2 / (inputs + units));
const he = ({ inputs }: LayerShape): number => Math.sqrt(2 / inputs);
const lecun = ({ inputs }: LayerShape): number => Math.sqrt(1 / inputs);

const INITIALIZERS: Partial<Record<string, Initializer>> = {
  /** Glorot & Bengio 2010: variance 2 / (fan_in + fan_out). */
  xavier_uniform: drawn("uniform", xavier),
  xavier_normal: drawn("normal", xavier),
  /** He et al. 2015: variance 2 / fan_in. */
  he_uniform: drawn("uniform", he),
  he_normal: drawn("normal", he),
  /** LeCun et al. 1998: variance 1 / fan_in. */
  lecun_uniform: drawn("uniform", lecun),
  lecun_normal: drawn("normal", lecun),
};

/** The initializer of a spec, or undefined where the engine has none. */
export function initializerOf(init: InitSpec): Initializer | undefined {
  if (typeof init === "string") return INITIALIZERS[init];
  if (init.distribution === "orthogonal") return undefined;
  return drawn(init.distribution, ({ inputs }) => init.scale / Math.sqrt(inputs));
}
