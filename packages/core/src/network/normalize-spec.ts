import type { NormalizeAddresses, NormalizeSpec } from "../kernels/normalize.js";
import type { LayerLayout } from "./layout.js";

/** A normalized layer as its kernels see it. */
export function normalizeSpec(layer: LayerLayout, addresses: NormalizeAddresses): NormalizeSpec {
  const { units, paddedUnits, strideZ, pieces } = layer;
  return { columns: pieces * paddedUnits, units, paddedUnits, strideZ, addresses };
}
