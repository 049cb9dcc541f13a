import { drawn } from "./drawn.js";
import type { Initializer } from "./initializer.js";

const normals = drawn("normal", () => 1);

/** Every unit's incoming weights are a uniformly drawn direction: normals divided by their Euclidean norm. */
export const unitNorm: Initializer = (shape, weights) => {
  normals(shape, weights);
  for (let unit = 0; unit < shape.units; unit++) {
    const row = weights.subarray(unit * shape.inputs, (unit + 1) * shape.inputs);
    let squares = 0;
    for (const w of row) squares += w * w;
    const norm = Math.sqrt(squares);
    for (let input = 0; input < row.length; input++) row[input] = (row[input] as number) / norm;
  }
  return undefined;
};
