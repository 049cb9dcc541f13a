import type { FormulaActivation } from "../activation.js";
import * as exponential from "./exponential.js";
import * as gated from "./gated.js";
import * as hard from "./hard.js";
import * as linear from "./linear.js";
import * as periodic from "./periodic.js";
import * as rectified from "./rectified.js";
import * as selfGated from "./self-gated.js";
import * as sigmoidal from "./sigmoidal.js";
import * as smooth from "./smooth.js";

/** Every built-in activation; what lists, checks, measures or draws them reads this list. */
export const catalog: readonly FormulaActivation[] = [
  linear.identity,
  sigmoidal.sigmoid,
  sigmoidal.tanh,
  rectified.relu,
  rectified.leaky_relu,
  rectified.prelu,
  rectified.rrelu,
  rectified.relu6,
  rectified.squared_relu,
  rectified.threshold,
  exponential.elu,
  exponential.celu,
  exponential.selu,
  exponential.exponential,
  exponential.gaussian,
  selfGated.gelu,
  selfGated.gelu_tanh,
  selfGated.quick_gelu,
  selfGated.silu,
  selfGated.swish,
  selfGated.mish,
  smooth.softplus,
  smooth.squareplus,
  smooth.sparse_plus,
  smooth.bent_identity,
  smooth.isrlu,
  sigmoidal.softsign,
  sigmoidal.log_sigmoid,
  sigmoidal.arctan,
  sigmoidal.isru,
  hard.hardtanh,
  hard.hardsigmoid,
  hard.hardswish,
  hard.hardshrink,
  hard.softshrink,
  hard.sparse_sigmoid,
  linear.tanhshrink,
  periodic.sin,
  periodic.snake,
  gated.maxout,
  gated.glu,
  gated.geglu,
  gated.swiglu,
  gated.reglu,
];
