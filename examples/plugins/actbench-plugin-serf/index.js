/** Serf, as an npm package: `actbench … --plugin actbench-plugin-serf`. */
export default {
  name: "serf",
  family: "self-gated",
  summary: "x times the error function of softplus",
  // Written naively on purpose: it is rewritten so that nothing overflows.
  formula: "x * erf(log(1 + exp(x)))",
  cite: "Nag & Bhattacharyya 2021, arXiv:2108.09598",
};
