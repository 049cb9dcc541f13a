import type { Numerics } from "../contract/spec.js";
import { operation, type Value, writeF32, writeF64, writeUnsigned } from "./value.js";

const SIMD = 0x100;
const binary = (opcode: number) => (a: Value, b: Value) => operation("v128", SIMD + opcode, a, b);
const unary = (opcode: number) => (a: Value) => operation("v128", SIMD + opcode, a);
const loads =
  (opcode: number, align: number) =>
  (address: Value, offset = 0): Value => ({
    type: "v128",
    emit: (code) => {
      address.emit(code);
      code.push(0xfd);
      writeUnsigned(code, opcode);
      code.push(align);
      writeUnsigned(code, offset);
    },
  });

/**
 * The vocabulary kernels are written in: four 32-bit lanes. Masks are lanes of all ones or all zeros.
 * `pmin(a, b)` is `b < a ? b : a`, `pmax(a, b)` is `a < b ? b : a`: one instruction on x86, and a NaN in the
 * first operand stays NaN, one in the second is swallowed.
 */
export const vec = {
  load: loads(0, 4),
  /** One f32 or i32 of memory in all lanes. */
  loadSplat: loads(9, 2),
  /** Four bytes into the low four of sixteen, the rest 0. */
  load32Zero: loads(92, 2),
  const: (value: number): Value => ({
    type: "v128",
    emit: (code) => {
      code.push(0xfd, 12);
      for (let lane = 0; lane < 4; lane++) writeF32(code, value);
    },
  }),
  constI32: (a: number, b = a, c = a, d = a): Value => ({
    type: "v128",
    emit: (code) => {
      code.push(0xfd, 12);
      for (const lane of [a, b, c, d])
        for (let byte = 0; byte < 4; byte++) code.push((lane >>> (8 * byte)) & 255);
    },
  }),
  splat: unary(19),
  splatI32: unary(17),
  lane: (a: Value, lane: 0 | 1 | 2 | 3): Value => ({
    type: "f32",
    emit: (code) => {
      a.emit(code);
      code.push(0xfd, 31, lane);
    },
  }),
  laneI32: (a: Value, lane: 0 | 1 | 2 | 3): Value => ({
    type: "i32",
    emit: (code) => {
      a.emit(code);
      code.push(0xfd, 27, lane);
    },
  }),
  /** Sixteen bytes chosen from the thirty-two of a then b. */
  shuffle: (a: Value, b: Value, bytes: readonly number[]): Value => ({
    type: "v128",
    emit: (code) => {
      a.emit(code);
      b.emit(code);
      code.push(0xfd, 13, ...bytes);
    },
  }),
  add: binary(228),
  sub: binary(229),
  mul: binary(230),
  div: binary(231),
  min: binary(232),
  max: binary(233),
  pmin: binary(234),
  pmax: binary(235),
  abs: unary(224),
  neg: unary(225),
  sqrt: unary(227),
  ceil: unary(103),
  floor: unary(104),
  nearest: unary(106),
  eq: binary(65),
  ne: binary(66),
  lt: binary(67),
  gt: binary(68),
  le: binary(69),
  ge: binary(70),
  and: binary(78),
  /** a and not b. */
  andNot: binary(79),
  or: binary(80),
  xor: binary(81),
  not: unary(77),
  /** Lanes of a where the mask is set, else of b. */
  select: (mask: Value, a: Value, b: Value) => operation("v128", SIMD + 82, a, b, mask),
  addI32: binary(174),
  subI32: binary(177),
  mulI32: binary(181),
  gtI32: binary(59),
  ltU32: binary(58),
  eqI32: binary(55),
  shlI32: (a: Value, count: Value) => operation("v128", SIMD + 171, a, count),
  shrI32: (a: Value, count: Value) => operation("v128", SIMD + 172, a, count),
  shrU32: (a: Value, count: Value) => operation("v128", SIMD + 173, a, count),
  /** 64-bit products of unsigned lanes 0 and 1, or 2 and 3. */
  productLowU32: binary(222),
  productHighU32: binary(223),
  toF32: unary(250),
  /** Bytes to 16 bits, then 16 to 32 bits, of the low half. */
  extendU8: unary(137),
  extendU16: unary(169),
  eqI8: binary(35),
  bitmaskI8: (a: Value) => operation("i32", SIMD + 100, a),
  anyTrue: (a: Value) => operation("i32", SIMD + 83, a),
  bitmask: (a: Value) => operation("i32", SIMD + 164, a),
};

const lowHalf = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];
const highHalf = [8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31];
const evenLanes = [0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27];

/** Two 64-bit lanes, for the steps of a function that f32 cannot carry. */
export const pair = {
  const: (value: number): Value => ({
    type: "v128",
    emit: (code) => {
      code.push(0xfd, 12);
      for (let lane = 0; lane < 2; lane++) writeF64(code, value);
    },
  }),
  /** Lanes 0 and 1, or 2 and 3, of four f32. */
  low: unary(95),
  high: (a: Value): Value => operation("v128", SIMD + 95, vec.shuffle(a, a, highHalf)),
  /** Four f32 of two pairs, rounded once. */
  join: (low: Value, high: Value): Value =>
    vec.shuffle(operation("v128", SIMD + 94, low), operation("v128", SIMD + 94, high), lowHalf),
  /** The low 32 bits of each of four 64-bit lanes. */
  lowWords: (low: Value, high: Value): Value => vec.shuffle(low, high, evenLanes),
  lane: (a: Value, lane: 0 | 1): Value => ({
    type: "f64",
    emit: (code) => {
      a.emit(code);
      code.push(0xfd, 33, lane);
    },
  }),
  abs: unary(236),
  neg: unary(237),
  sqrt: unary(239),
  eq: binary(71),
  lt: binary(73),
  add: binary(240),
  sub: binary(241),
  mul: binary(242),
  div: binary(243),
  pmin: binary(246),
  pmax: binary(247),
  addI64: binary(206),
  subI64: binary(209),
  shlI64: (a: Value, count: Value) => operation("v128", SIMD + 203, a, count),
  shrI64: (a: Value, count: Value) => operation("v128", SIMD + 204, a, count),
};

/** a · b + c: one rounding in the fma profile, two in the strict one. */
export type Madd = (a: Value, b: Value, c: Value) => Value;

export function maddOf(numerics: Numerics): Madd {
  return numerics === "fma"
    ? (a, b, c) => operation("v128", SIMD + 0x105, a, b, c)
    : (a, b, c) => vec.add(vec.mul(a, b), c);
}
