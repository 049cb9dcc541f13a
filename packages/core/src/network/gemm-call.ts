import type { Numerics } from "../contract/spec.js";
import { gemmRows } from "../kernels/gemm-rows.js";
import type { LanePlan } from "../kernels/lane-plan.js";
import type { Panels } from "../kernels/panels.js";
import type { FunctionBuilder } from "../wasm/function.js";
import type { ModuleBuilder } from "../wasm/module.js";
import { i32 } from "../wasm/scalar.js";
import type { Value } from "../wasm/value.js";

/** A product of rows by a matrix in panels, with its places in memory; see `gemmRows`. */
export interface GemmCall {
  readonly w: Panels;
  readonly strideA: number;
  readonly strideOut: number;
  readonly start: "bias" | "zero";
  readonly scale: boolean;
  readonly addresses: {
    readonly a: number;
    readonly w: number;
    readonly start: number;
    readonly out: number;
    readonly scale?: number;
  };
}

/** A shape as a kernel's key. */
export const shapeKey = (p: Panels): string => `${p.rows}x${p.columns}`;

/** Calls the shared kernel of that shape on the function's rows. */
export function callGemm(
  module: ModuleBuilder,
  { numerics, lanes }: { readonly numerics: Numerics; readonly lanes: LanePlan },
  f: FunctionBuilder,
  call: GemmCall,
): void {
  const { w, strideA, strideOut, start, scale, addresses } = call;
  const kernel = module.shared(
    `gemm ${shapeKey(w)} ${strideA} ${strideOut} ${start} ${scale}`,
    { params: ["i32", "i32", "i32", "i32", "i32", "i32"] },
    (g) => gemmRows(g, { w, strideA, strideOut, start, scale, numerics, lanes }),
  );
  const args: Value[] = [addresses.a, addresses.w, addresses.start, addresses.out, addresses.scale ?? 0].map(
    i32.const,
  );
  f.call(kernel, ...args, f.param(0));
}
