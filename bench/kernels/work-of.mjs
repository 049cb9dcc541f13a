// What a kernel has to do at least: floating point operations of sums of products, or bytes read and written
// once.

/**
 * `{ what, flops }` or `{ what, bytes }` of one call on `rows` examples; only `what` where this list does not
 * know it.
 */
export function workOf({ name, numbers }, { layout, spec, data }, rows, nonZero) {
  const { layers } = layout;
  const [kind] = name.split(" ");
  // A product over transposed weights also reads the layer before, whose slopes scale it: there, weights
  // decide.
  const ofWeights = ["gemm", "weights", "sparse", "transpose", "max"].includes(kind);
  const addresses = ofWeights
    ? ({ weights, weightsT }) => [weights, weightsT]
    : ({ z, bias, drop, noise }) => [z, bias, drop, noise];
  const layer =
    layers.find((one) => addresses(one).some((at) => at > 0 && numbers.includes(at))) ?? layers[0];
  const index = layers.indexOf(layer);
  const columns = layer.units * layer.pieces;
  const shape = `${rows}×${columns}×${layer.inputs}`;
  const matrix = layer.inputs * columns * 4;
  const pre = rows * columns * 4;
  const out = rows * layer.units * 4;
  const trained = layer.formulas?.trained.length ?? 0;
  const optimizerBytes = 2 + 2 * layout.states;
  if (kind === "gemm") {
    const backward = layers.some(({ weightsT }) => weightsT !== undefined && numbers.includes(weightsT));
    return {
      what: `f32_gemm_rows ${backward ? "backward" : "forward"} ${shape}`,
      flops: 2 * rows * columns * layer.inputs,
    };
  }
  if (kind === "weights")
    return {
      what: `f32_gemm_weights + ${spec.train.optimizer} ${shape}`,
      flops: 2 * rows * columns * layer.inputs,
    };
  if (name === "sparse forward") return { what: `f32_sparse_forward ${shape}`, flops: 2 * nonZero * columns };
  if (name === "sparse weights")
    return { what: `f32_sparse_weights + ${spec.train.optimizer} ${shape}`, flops: 2 * nonZero * columns };
  const moved = {
    activate: [`f32_activate with slopes, ${spec.model.activation[0]?.name}`, pre * 2 + out + pre * trained],
    bias: ["f32_bias", pre + columns * 4 * optimizerBytes],
    transpose: ["f32_transpose", matrix * 2],
    loss: [`loss ${spec.train.loss}`, rows * data.classes * 8],
    entries: ["u8_sparse_entries", rows * data.inputs + nonZero * 16],
    inputs: ["inputs to f32", rows * data.inputs * (data.kind === "u8" ? 5 : 8)],
    normalize: [`normalization ${spec.model.normalization}`, pre * 3],
    params: ["f32_param_gradient", out + pre * 2 + out * trained],
    draws: [
      numbers.includes(layout.inputDraws) ? "f32_draws, inputs" : "f32_draws",
      numbers.includes(layout.inputDraws) ? rows * data.inputs * 4 : out,
    ],
    max: ["f32_max_norm", matrix],
    clipped: ["f32_clipped_update", layout.parameterBytes * (2 + optimizerBytes)],
    shifted: name === "shifted bias" ? ["f32_shifted_bias", matrix] : ["f32_shifted_gradient", pre],
  }[kind];
  if (moved === undefined) return { what: name.slice(0, 40) };
  const [what, bytes] = name === "normalize backward" ? ["normalization backward", pre * 3] : moved;
  const where = index === layers.length - 1 ? "output" : `layer ${index + 1}`;
  const ofAll = ["clipped", "entries", "inputs"].includes(kind) || what.endsWith("inputs");
  return { what: ofAll ? what : `${what}, ${where} ${rows}×${columns}`, bytes };
}
