import type { LayerLayout } from "./layout.js";
import type { BoundFunctions } from "./rules.js";

/** Calls an activation that is code for a layer's rows of pre-activations. */
export type RunCode = (layer: number, rows: number, withSlopes: number) => void;

/**
 * What a network's module calls: `f` and `f′` of each pre-activation of a layer, behind its row, in f64 and
 * rounded once.
 */
export function runCode(
  memory: Float32Array,
  layers: readonly LayerLayout[],
  functions: readonly (BoundFunctions | undefined)[],
): RunCode {
  return (index, rows, withSlopes) => {
    const layer = layers[index];
    const own = functions[index];
    if (layer === undefined || own === undefined) throw new RangeError(`layer ${index} has no code`);
    const { units, paddedUnits, strideZ } = layer;
    const toValue = layer.given / 4;
    const toSlope = toValue + paddedUnits;
    for (let row = 0; row < rows; row++) {
      const first = (layer.z + row * strideZ) / 4;
      for (let at = first; at < first + units; at++) {
        const x = memory[at] as number;
        memory[at + toValue] = own.value(x);
        if (withSlopes !== 0) memory[at + toSlope] = own.slope(x);
      }
    }
  };
}
