import { drawn } from "./drawn.js";

const ROOT_THREE = Math.sqrt(3);

/**
 * Weights of networks of sines (Sitzmann et al. 2020, arXiv:2006.09661): uniform in ±1/n in the first layer,
 * in ±√(6/n)/ω in all others, the output layer too, for n inputs; ω is 30 in the paper and is the
 * activation's.
 */
export const siren = drawn("uniform", ({ layer, inputs, omega }) => {
  const bound = layer === 0 ? 1 / inputs : Math.sqrt(6 / inputs) / omega;
  return bound / ROOT_THREE;
});
