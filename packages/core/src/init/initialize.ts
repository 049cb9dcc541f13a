import type { InitSpec, NamedInit } from "../contract/spec.js";
import { asymmetric } from "./asymmetric.js";
import { auto } from "./auto.js";
import { drawn } from "./drawn.js";
import type { Initializer, LayerShape } from "./initializer.js";
import { orthogonal } from "./orthogonal.js";
import { siren } from "./siren.js";
import { torchDefault } from "./torch-default.js";
import { unitNorm } from "./unit-norm.js";

const xavier = ({ inputs, units }: LayerShape): number => Math.sqrt(2 / (inputs + units));
const he = ({ inputs }: LayerShape): number => Math.sqrt(2 / inputs);
const lecun = ({ inputs }: LayerShape): number => Math.sqrt(1 / inputs);

const INITIALIZERS: Readonly<Record<NamedInit, Initializer>> = {
  /** Glorot & Bengio 2010: variance 2 / (fan_in + fan_out). */
  xavier_uniform: drawn("uniform", xavier),
  xavier_normal: drawn("normal", xavier),
  /** He et al. 2015: variance 2 / fan_in. */
  he_uniform: drawn("uniform", he),
  he_normal: drawn("normal", he),
  /** LeCun et al. 1998: variance 1 / fan_in. */
  lecun_uniform: drawn("uniform", lecun),
  lecun_normal: drawn("normal", lecun),
  /** As `torch.nn.init.orthogonal_` with gain 1. */
  orthogonal: orthogonal(() => 1),
  asymmetric,
  torch_default: torchDefault,
  unit_norm: unitNorm,
  siren,
  auto,
};

/**
 * The initializer of a spec. Weights of `{ distribution, scale }` have a root mean square of scale / √fan_in
 * in every distribution; of orthogonal ones this is the whole layer's where units outnumber inputs.
 */
export function initializerOf(init: InitSpec): Initializer {
  if (typeof init === "string") return INITIALIZERS[init];
  const { distribution, scale } = init;
  if (distribution === "orthogonal")
    return orthogonal(({ inputs, units }) => scale * Math.sqrt(Math.max(units, inputs) / inputs));
  return drawn(distribution, ({ inputs }) => scale / Math.sqrt(inputs));
}
