import type { FunctionBuilder, Local } from "../wasm/function.js";
import type { Value } from "../wasm/value.js";

/**
 * Stores vectors one after another, from `address + offset` on. Each pair is computed before it is stored,
 * the higher address first: V8 joins only pairs without a load between them, and keeps a second store where
 * the lower comes first.
 */
export function storePairs(
  f: FunctionBuilder,
  address: Value,
  offset: number,
  vectors: readonly Value[],
): void {
  for (let i = 0; i < vectors.length; i += 2) {
    const pair = vectors.slice(i, i + 2).map((value) => asLocal(f, value));
    for (const [u, { local }] of [...pair.entries()].reverse())
      f.store(address, local, offset + (i + u) * 16);
    f.release(...pair.filter(({ own }) => own).map(({ local }) => local));
  }
}

function asLocal(f: FunctionBuilder, value: Value): { readonly local: Local; readonly own: boolean } {
  return isLocal(value) ? { local: value, own: false } : { local: f.let(value), own: true };
}

function isLocal(value: Value): value is Local {
  return "index" in value;
}
