import { definedFamily } from "./defined-family.js";

/** Sums of other activations with learned weights. */
export const mixtures = definedFamily("composed", [
  {
    name: "mixed_leaky_relu_elu",
    params: {
      mix: { default: 0.5, trainable: true, per: "unit" },
      slope: { default: 0.01 },
      alpha: { default: 1, min: 0 },
    },
    formula: "x > 0 ? x : mix * slope * x + (1 - mix) * alpha * expm1(x)",
    summary: "a learned mix of leaky relu and elu",
  },
  {
    name: "gated_prelu_pelu",
    params: {
      gate: { default: 1, trainable: true, per: "unit" },
      slope: { default: 0.25, trainable: true, per: "unit" },
      alpha: { default: 1, min: 0.1, trainable: true, per: "unit" },
      beta: { default: 1, min: 0.1, trainable: true, per: "unit" },
    },
    formula:
      "sigmoid(gate * x) * (x > 0 ? x : slope * x) + " +
      "sigmoid(-gate * x) * (x > 0 ? alpha / beta * x : alpha * expm1(x / beta))",
    summary: "prelu and pelu mixed by a sigmoid of x",
  },
  {
    name: "p_e2_relu",
    params: {
      alpha: { default: 0.4, trainable: true, per: "unit" },
      beta: { default: 0.3, trainable: true, per: "unit" },
    },
    formula:
      "x > 0 ? (alpha + beta) * x - (1 - alpha - beta) * expm1(-x)" +
      " : beta * expm1(x) + (1 - alpha - beta) * x",
    summary: "relu, elu and the mirrored elu in a learned mix",
  },
  {
    name: "p_e2_id",
    params: { alpha: { default: 0.5, trainable: true, per: "unit" } },
    formula: "x - (1 - alpha) * sign(x) * expm1(-abs(x))",
    at_kink: "mean",
    summary: "x and elu plus its mirror image in a learned mix",
  },
  {
    name: "p_e2_relu_1",
    params: { alpha: { default: 0.5, trainable: true, per: "unit" } },
    formula: "x > 0 ? x - (1 - alpha) * expm1(-x) : (1 - alpha) * (x + expm1(x))",
    summary: "relu and elu plus its mirror image in a learned mix",
  },
  {
    name: "elu_softplus",
    params: {
      mix: { default: 0.5, trainable: true, per: "unit" },
      shift: { default: 0.5, min: 0, max: 1, trainable: true, per: "unit" },
    },
    formula:
      "x > 0 ? x + (1 - mix) * (softplus(-x) - shift)" +
      " : mix * expm1(x) + (1 - mix) * (softplus(x) - shift)",
    summary: "a learned mix of elu and a shifted softplus",
  },
  {
    name: "global_local_neuron",
    params: { mix: { default: 0, trainable: true }, shift: { default: 0, trainable: true } },
    formula: "sigmoid(mix) * sin(x) + sigmoid(-mix) * tanh(x) - shift",
    summary: "a learned mix of sine and tanh",
  },
  {
    name: "neuron_adaptive",
    params: {
      bump: { default: 1, trainable: true },
      narrowness: { default: 1, min: 0, trainable: true },
      height: { default: 1, trainable: true },
      slope: { default: 1, trainable: true },
    },
    formula: "bump * exp(-narrowness * x^2) + height * sigmoid(slope * x)",
    summary: "a learned bump plus a learned sigmoid",
  },
  {
    name: "sine_sigmoid",
    params: {
      amplitude: { default: 1, trainable: true },
      omega: { default: 1, trainable: true },
      height: { default: 1, trainable: true },
      slope: { default: 1, trainable: true },
    },
    formula: "amplitude * sin(omega * x) + height * sigmoid(slope * x)",
    summary: "a learned sine plus a learned sigmoid",
  },
  {
    name: "neuron_adaptive_sine",
    params: {
      amplitude: { default: 1, trainable: true },
      omega: { default: 1, trainable: true },
      bump: { default: 1, trainable: true },
      narrowness: { default: 1, min: 0, trainable: true },
      height: { default: 1, trainable: true },
      slope: { default: 1, trainable: true },
    },
    formula: "amplitude * sin(omega * x) + bump * exp(-narrowness * x^2) + height * sigmoid(slope * x)",
    summary: "a learned sine, bump and sigmoid added",
  },
  {
    name: "catalytic_relu",
    params: { angle: { default: 0.5, trainable: true, per: "unit" } },
    formula: "x * sin(angle) + max(x, 0) * cos(angle)",
    summary: "x and relu mixed by sine and cosine of a learned angle",
  },
  {
    name: "adaptive_blending",
    params: {
      weight_tanh: { default: 0.2, trainable: true },
      weight_elu: { default: 0.2, trainable: true },
      weight_relu: { default: 0.2, trainable: true },
      weight_swish: { default: 0.2, trainable: true },
      weight_identity: { default: 0.2, trainable: true },
    },
    formula:
      "weight_tanh * tanh(x) + weight_elu * (x > 0 ? x : expm1(x)) + weight_relu * max(x, 0) + " +
      "weight_swish * x * sigmoid(x) + weight_identity * x",
    summary: "tanh, elu, relu, silu and x with learned weights",
  },
  {
    name: "gated_blending",
    params: {
      gate_tanh: { default: 0, trainable: true, per: "unit" },
      gate_elu: { default: 0, trainable: true, per: "unit" },
      gate_relu: { default: 0, trainable: true, per: "unit" },
      gate_swish: { default: 0, trainable: true, per: "unit" },
      gate_identity: { default: 0, trainable: true, per: "unit" },
    },
    formula:
      "sigmoid(gate_tanh) * tanh(x) + sigmoid(gate_elu) * (x > 0 ? x : expm1(x)) + " +
      "sigmoid(gate_relu) * max(x, 0) + sigmoid(gate_swish) * x * sigmoid(x) + sigmoid(gate_identity) * x",
    summary: "tanh, elu, relu, silu and x, each behind a learned gate",
  },
  {
    name: "average_of_pool",
    params: {
      weight_relu: { default: 1, min: 0.001, trainable: true, per: "unit" },
      weight_sigmoid: { default: 1, min: 0.001, trainable: true, per: "unit" },
      weight_tanh: { default: 1, min: 0.001, trainable: true, per: "unit" },
      weight_identity: { default: 1, min: 0.001, trainable: true, per: "unit" },
    },
    formula:
      "(weight_relu * max(x, 0) + weight_sigmoid * sigmoid(x) + weight_tanh * tanh(x) + weight_identity * x) / " +
      "(weight_relu + weight_sigmoid + weight_tanh + weight_identity)",
    summary: "a learned weighted average of relu, sigmoid, tanh and x",
  },
  {
    name: "rowdy_tanh",
    params: {
      weight: { default: 1, trainable: true },
      slope: { default: 1, trainable: true },
      amplitude_1: { default: 0, trainable: true },
      omega_1: { default: 1, trainable: true },
      amplitude_2: { default: 0, trainable: true },
      omega_2: { default: 1, trainable: true },
    },
    formula: "weight * tanh(slope * x) + amplitude_1 * sin(omega_1 * x) + amplitude_2 * sin(2 * omega_2 * x)",
    summary: "tanh plus two learned sines that start at 0",
  },
  {
    name: "variable_activation",
    params: {
      offset: { default: 0, trainable: true },
      weight_1: { default: 0.5, trainable: true },
      slope_1: { default: 1, trainable: true },
      shift_1: { default: 1, trainable: true },
      weight_2: { default: 0.5, trainable: true },
      slope_2: { default: 1, trainable: true },
      shift_2: { default: -1, trainable: true },
    },
    formula: "weight_1 * tanh(slope_1 * x + shift_1) + weight_2 * tanh(slope_2 * x + shift_2) + offset",
    summary: "a network of two tanh units with one input",
  },
]);
