import { plainName } from "@actbench/core/internal";

/** Names of other libraries for activations of the catalog; spellings of one name are read anyway. */
const SAME: Readonly<Record<string, string>> = {
  linear: "identity",
  none: "identity",
  null: "identity",
  purelin: "identity",
  passthrough: "identity",
  logistic: "sigmoid",
  logsig: "sigmoid",
  sigm: "sigmoid",
  expit: "sigmoid",
  tansig: "tanh",
  hyperbolictangent: "tanh",
  poslin: "relu",
  rectifier: "relu",
  rectify: "relu",
  rectifiedlinear: "relu",
  ramp: "relu",
  lrelu: "leaky_relu",
  leakyrectify: "leaky_relu",
  hswish: "hardswish",
  hardsilu: "hardswish",
  swish1: "silu",
  sil: "silu",
  sigmoidlinearunit: "silu",
  gelunew: "gelu_tanh",
  gelufast: "gelu_tanh",
  geluapproximate: "gelu_tanh",
  gelupytorchtanh: "gelu_tanh",
  gelupython: "gelu",
  gelusigmoid: "quick_gelu",
  relusquared: "squared_relu",
  relu2: "squared_relu",
  htanh: "hardtanh",
  atan: "arctan",
  sine: "sin",
  gauss: "gaussian",
  exp: "exponential",
};

/** Names that two libraries give to two functions. */
const UNCLEAR: Readonly<Record<string, string>> = {
  hardsigmoid:
    "write hardsigmoid, which has slope 1/6 as in PyTorch and Keras 3; that of Keras 2 and ONNX has slope 0.2: define it under activations: { hard_sigmoid_02: { formula: 'clamp(0.2 * x + 0.5, 0, 1)' } }",
};

/** Anything but an activation of a unit. */
const WHOLE_LAYER: readonly string[] = ["softmax", "logsoftmax", "softmin"];

/** What is meant by a name that other libraries have; undefined where there is nothing to say. */
export function otherActivationHint(name: string, isKnown: (name: string) => boolean): string | undefined {
  const plain = plainName(name);
  if (WHOLE_LAYER.includes(plain)) return "it mixes all units of a layer; activations here act on one unit";
  if (plain === "hsigmoid" || (plain === "hardsigmoid" && name !== "hardsigmoid")) return UNCLEAR.hardsigmoid;
  const here = Object.hasOwn(SAME, plain) ? SAME[plain] : undefined;
  return here !== undefined && isKnown(here) ? `it is called ${here} here` : undefined;
}

/** Parameters of other libraries' activations, and those of ours that may be meant. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  negativeslope: ["alpha"],
  slope: ["alpha"],
  leak: ["alpha"],
  leakiness: ["alpha"],
  a: ["alpha"],
  minval: ["low"],
  min: ["low"],
  maxval: ["high", "alpha"],
  max: ["high"],
  lambd: ["lambda"],
  init: ["alpha"],
};

/** How a parameter of another library is written for an activation that has none of its name. */
export function otherParameterHint(
  activation: { readonly name: string; readonly params: readonly { readonly name: string }[] },
  key: string,
  value: unknown,
): string | undefined {
  const plain = plainName(key);
  const { name, params } = activation;
  const own = PARAMETERS[plain]?.find((meant) => params.some((param) => param.name === meant));
  if (own !== undefined) return `it is called ${own} here`;
  if (plain === "inplace") return "remove it: it changes how PyTorch stores values, but no value";
  if (plain === "approximate" && name === "gelu")
    return value === "none" || value === false ? "remove it: gelu is exact" : "write gelu_tanh";
  if (plain === "numparameters") return "write per: unit, or per: layer";
  if (plain === "beta" && name === "silu") return "write { name: swish, beta: 1, trainable: false }";
  if (plain === "beta" && name === "softplus")
    return "define it under activations: { softplus_2: { formula: 'softplus(2 * x) / 2' } }";
  return undefined;
}
