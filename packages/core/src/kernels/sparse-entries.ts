import { type FunctionBuilder, type Local, select } from "../wasm/function.js";
import { f32, i32 } from "../wasm/scalar.js";
import type { Value } from "../wasm/value.js";
import { vec } from "../wasm/vector.js";
import type { InputDrops } from "./inputs.js";

/** Bytes of a row of one panel of the first layer's weights: one cache line. */
export const PANEL_ROW = 64;
/** An entry: an i32 byte offset, then an f32 value. */
export const ENTRY = 8;

/**
 * Where the non-zero inputs of a batch are listed. By example: entries (input · PANEL_ROW, value), inputs
 * rising, from `examples + row · exampleStride`; the end address of each list at `exampleEnds + 4 · row`. By
 * input: entries (row · strideZ, value), rows rising, from `inputs + input · inputStride`; ends at `inputEnds
 * + 4 · input`.
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
  /** Rows come as lists: where their lengths lie, and how many words each has room for. */
  readonly listed?: { readonly counts: number; readonly words: number };
  /** Inputs dropped in training; a dropped one stays in its list, as 0. */
  readonly drops?: InputDrops;
}

/**
 * `u8_sparse_entries`: lists the bytes that are not 0, by example and in training by input, in the order of
 * `SparseLists`. Shapes: raw: [rows, inputs], each row `strideRaw` bytes; or, under `listed`, the words of
 * `SparseRows`, each row's from raw + row · 4 · `listed.words`, as many as `listed.counts` says. Error: none,
 * values are the table's; a dropped or kept input is rounded once. Parameters of the function: raw, rows.
 */
export function sparseEntries(f: FunctionBuilder, spec: SparseEntriesSpec, mode: "train" | "evaluate"): void {
  const { lists, drops, listed } = spec;
  const draw = drops ? f.let(i32.const(drops.at)) : undefined;
  const [raw, rows] = [f.param(0), f.param(1)];
  const row = f.local("i32");
  const at = f.let(i32.const(lists.examples));
  const start = f.let(i32.const(lists.examples));
  if (mode === "train") resetEnds(f, spec);
  const writer = { f, spec, mode, row, at, draw };
  f.for(row, i32.const(0), rows, 1, () => {
    f.set(at, start);
    if (listed) listedRow(writer, listed.counts);
    else scannedRow(writer);
    f.store(i32.shl(row, i32.const(2)), at, lists.exampleEnds);
    f.set(start, i32.add(start, i32.const(lists.exampleStride)));
    if (drops && draw) f.set(draw, i32.add(draw, i32.const(drops.stride)));
    f.set(raw, i32.add(raw, i32.const(listed ? listed.words * 4 : spec.strideRaw)));
  });
}

/** Where entries of a row are being written. */
interface EntryWriter {
  readonly f: FunctionBuilder;
  readonly spec: SparseEntriesSpec;
  readonly mode: "train" | "evaluate";
  readonly row: Local;
  /** The next entry by example. */
  readonly at: Local;
  readonly draw: Local | undefined;
}

/** Writes an entry of the input in a local, whose byte is given. */
function writeEntry({ f, spec, mode, row, at, draw }: EntryWriter, input: Local, byte: Value): void {
  const { lists, drops } = spec;
  const value = f.let(f32.load(i32.shl(byte, i32.const(2)), lists.table));
  if (drops && draw) {
    const kept = f32.ge(f32.load(i32.add(draw, i32.shl(input, i32.const(2)))), f32.const(drops.share));
    f.set(value, select(kept, f32.mul(value, f32.const(1 / (1 - drops.share))), f32.const(0)));
  }
  f.store(at, i32.mul(input, i32.const(PANEL_ROW)));
  f.store(at, value, 4);
  f.set(at, i32.add(at, i32.const(ENTRY)));
  if (mode === "train") {
    const ends = i32.shl(input, i32.const(2));
    const slot = f.let(i32.load(ends, lists.inputEnds));
    f.store(slot, i32.mul(row, i32.const(spec.strideZ)));
    f.store(slot, value, 4);
    f.store(ends, i32.add(slot, i32.const(ENTRY)), lists.inputEnds);
    f.release(slot);
  }
  f.release(value);
}

/** A row of bytes: sixteen at a time, those that are not 0 one by one. */
function scannedRow(writer: EntryWriter): void {
  const { f, spec } = writer;
  const raw = f.param(0);
  const [chunk, bits, input] = [f.local("i32"), f.local("i32"), f.local("i32")];
  const zero = f.constant("no byte", vec.const(0));
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
      writeEntry(writer, input, i32.load8U(i32.add(raw, input)));
    });
  });
  f.release(chunk, bits, input);
}

/** A row's list of (input · 256 + byte). */
function listedRow(writer: EntryWriter, counts: number): void {
  const { f, row } = writer;
  const next = f.let(f.param(0));
  const count = i32.load(i32.shl(row, i32.const(2)), counts);
  const end = f.let(i32.add(next, i32.shl(count, i32.const(2))));
  const [word, input] = [f.local("i32"), f.local("i32")];
  f.while(i32.ltU(next, end), () => {
    f.set(word, i32.load(next));
    f.set(input, i32.shrU(word, i32.const(8)));
    writeEntry(writer, input, i32.and(word, i32.const(255)));
    f.set(next, i32.add(next, i32.const(4)));
  });
  f.release(next, end, word, input);
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
