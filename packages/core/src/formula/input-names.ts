/** What a formula calls its pre-activations: `x`, or `x1` … `xk` of a gated unit. */
export function inputNames(inputs: number): readonly string[] {
  return inputs === 1 ? ["x"] : Array.from({ length: inputs }, (_, i) => `x${i + 1}`);
}
