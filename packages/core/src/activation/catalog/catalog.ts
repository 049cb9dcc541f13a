import type { FormulaActivation } from "../activation.js";
import { celu, elu, exponential, gaussian, selu } from "./exponential.js";
import { geglu, glu, maxout, reglu, swiglu } from "./gated.js";
import { hardshrink, hardsigmoid, hardswish, hardtanh, softshrink, sparse_sigmoid } from "./hard.js";
import { identity, tanhshrink } from "./linear.js";
import { sin, snake } from "./periodic.js";
import { leaky_relu, prelu, relu, relu6, rrelu, squared_relu, threshold } from "./rectified.js";
import { gelu, gelu_tanh, mish, quick_gelu, silu, swish } from "./self-gated.js";
import { arctan, isru, log_sigmoid, sigmoid, softsign, tanh } from "./sigmoidal.js";
import { bent_identity, isrlu, softplus, sparse_plus, squareplus } from "./smooth.js";

/** Every built-in activation; what lists, checks, measures or draws them reads this list. */
export const catalog: readonly FormulaActivation[] = [
  identity,
  sigmoid,
  tanh,
  relu,
  leaky_relu,
  prelu,
  rrelu,
  relu6,
  squared_relu,
  threshold,
  elu,
  celu,
  selu,
  exponential,
  gaussian,
  gelu,
  gelu_tanh,
  quick_gelu,
  silu,
  swish,
  mish,
  softplus,
  squareplus,
  sparse_plus,
  bent_identity,
  isrlu,
  softsign,
  log_sigmoid,
  arctan,
  isru,
  hardtanh,
  hardsigmoid,
  hardswish,
  hardshrink,
  softshrink,
  sparse_sigmoid,
  tanhshrink,
  sin,
  snake,
  maxout,
  glu,
  geglu,
  swiglu,
  reglu,
];
