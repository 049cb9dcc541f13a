import { type FunctionBuilder, type Local, select } from "../wasm/function.js";
import { f32, i32 } from "../wasm/scalar.js";
import { vec } from "../wasm/vector.js";
import type { InputDrops } from "./inputs.js";

/** Bytes of a row of one panel of the first layer's weights: one cache line. */
export const PANEL_ROW = 64;
/** An entry: an i32 byte offset, then an f32 value. */
export const ENTRY = 8;

/**
 * Where the non-zero inputs of a batch are listed. By example: entries (input · PANEL_ROW, value), inputs rising,
 * from `examples + row · exampleStride`; the end address of each list at `exampleEnds + 4 · row`. By input: entries
 * (row · strideZ, value), rows rising, from `inputs + input · inputStride`; ends at `inputEnds + 4 · input`.
 */
export interface SparseLists {
  readonly examples: number;
  readonly exampleStride: number;
  readonly exampleEnds: number;
  readonly byInput: number;
  readonly inputStride: number;
  readonly inputEnds: number;
  /** 256 f32: the network's value of each byte. */
  readonly table: number;
}

export interface SparseEntriesSpec {
  readonly inputs: number;
  readonly strideRaw: number;
  readonly strideZ: number;
  readonly lists: SparseLists;
  /** Inputs dropped in training; a dropped one stays in its list, as 0. */
  readonly drops?: InputDrops;
}

/**
 * `u8_sparse_entries`: lists the bytes that are not 0, by example and in training by input, in the order of
 * `SparseLists`. Shapes: raw: [rows, inputs], each row `strideRaw` bytes. Error: none, values are the table's; a
 * dropped or kept input is rounded once. Parameters of the function: raw, rows.
 */
export function sparseEntries(f: FunctionBuilder, spec: SparseEntriesSpec, mode: "train" | "evaluate"): void {
  const { lists, drops } = spec;
  const draw = drops ? f.let(i32.const(drops.at)) : undefined;
  const [raw, rows] = [f.param(0), f.param(1)];
  const row = f.local("i32");
  const at = f.let(i32.const(lists.examples));
  const start = f.let(i32.const(lists.examples));
  if (mode === "train") resetEnds(f, spec);
  const [chunk, bits, input, value, slot] = [0, 1, 2, 3, 4].map((n) => f.local(n === 3 ? "f32" : "i32")) as [
    Local,
    Local,
    Local,
    Local,
    Local,
  ];
  const zero = f.let(vec.const(0));
  f.for(row, i32.const(0), rows, 1, () => {
    f.set(at, start);
    f.for(chunk, i32.const(0), i32.const(spec.inputs), 16, () => {
      // The bytes after the last input belong to padding or the next row: they are masked off.
      const mask = i32.xor(vec.bitmaskI8(vec.eqI8(vec.load(i32.add(raw, chunk)), zero)), i32.const(0xffff));
      f.set(bits, mask);
      if (spec.inputs % 16 !== 0)
        f.if(i32.gt(chunk, i32.const(spec.inputs - 16)), () => {
          f.set(bits, i32.and(bits, i32.const((1 << (spec.inputs % 16)) - 1)));
        });
      f.while(bits, () => {
        f.set(input, i32.add(chunk, i32.ctz(bits)));
        f.set(bits, i32.and(bits, i32.sub(bits, i32.const(1))));
        f.set(value, f32.load(i32.shl(i32.load8U(i32.add(raw, input)), i32.const(2)), lists.table));
        if (drops && draw) {
          const kept = f32.ge(f32.load(i32.add(draw, i32.shl(input, i32.const(2)))), f32.const(drops.share));
          f.set(value, select(kept, f32.mul(value, f32.const(1 / (1 - drops.share))), f32.const(0)));
        }
        f.store(at, i32.mul(input, i32.const(PANEL_ROW)));
        f.store(at, value, 4);
        f.set(at, i32.add(at, i32.const(ENTRY)));
        if (mode === "evaluate") return;
        const ends = i32.shl(input, i32.const(2));
        f.set(slot, i32.load(ends, lists.inputEnds));
        f.store(slot, i32.mul(row, i32.const(spec.strideZ)));
        f.store(slot, value, 4);
        f.store(ends, i32.add(slot, i32.const(ENTRY)), lists.inputEnds);
      });
    });
    f.store(i32.shl(row, i32.const(2)), at, lists.exampleEnds);
    f.set(start, i32.add(start, i32.const(lists.exampleStride)));
    if (drops && draw) f.set(draw, i32.add(draw, i32.const(drops.stride)));
    f.set(raw, i32.add(raw, i32.const(spec.strideRaw)));
  });
}

function resetEnds(f: FunctionBuilder, { lists, inputs }: SparseEntriesSpec): void {
  const end = f.let(i32.const(lists.inputEnds));
  const list = f.let(i32.const(lists.byInput));
  f.while(i32.lt(end, i32.const(lists.inputEnds + inputs * 4)), () => {
    f.store(end, list);
    f.set(end, i32.add(end, i32.const(4)));
    f.set(list, i32.add(list, i32.const(lists.inputStride)));
  });
  f.release(end, list);
}
