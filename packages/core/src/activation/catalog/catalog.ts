import type { Activation } from "../activation.js";
import { elu, selu } from "./exponential.js";
import { identity } from "./linear.js";
import { leaky_relu, prelu, relu } from "./rectified.js";
import { gelu, gelu_tanh, mish, silu } from "./self-gated.js";
import { sigmoid, tanh } from "./sigmoidal.js";
import { softplus } from "./smooth.js";

/** Every built-in activation; what lists, checks, measures or draws them reads this list. */
export const catalog: readonly Activation[] = [
  identity,
  relu,
  leaky_relu,
  prelu,
  elu,
  selu,
  gelu,
  gelu_tanh,
  silu,
  mish,
  sigmoid,
  tanh,
  softplus,
];
