// A blend of two activations whose share is trained, one per layer: m · relu + (1 − m) · tanh.
// The builders write a tree, which is the formula; nothing is computed here.
export default ({ add, max, mul, sub, tanh }) => ({
  name: "relu_tanh_blend",
  summary: "relu and tanh in a proportion that each layer learns",
  params: { m: { default: 0.5, min: 0, max: 1, trainable: true, per: "layer" } },
  formula: (x, { m }) => add(mul(m, max(x, 0)), mul(sub(1, m), tanh(x))),
  cite: "Manessi & Rozza 2018, arXiv:1801.09403",
});
