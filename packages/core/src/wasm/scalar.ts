import { operation, type Value, writeF32, writeF64, writeSigned, writeUnsigned } from "./value.js";

const load =
  (type: "i32" | "f32" | "f64", opcode: number, align: number) =>
  (address: Value, offset = 0): Value => ({
    type,
    emit: (code) => {
      address.emit(code);
      code.push(opcode, align);
      writeUnsigned(code, offset);
    },
  });

/** 32-bit whole numbers and addresses. Comparisons are signed unless they say so. */
export const i32 = {
  const: (value: number): Value => ({
    type: "i32",
    emit: (code) => {
      code.push(0x41);
      writeSigned(code, value);
    },
  }),
  add: (a: Value, b: Value) => operation("i32", 0x6a, a, b),
  sub: (a: Value, b: Value) => operation("i32", 0x6b, a, b),
  mul: (a: Value, b: Value) => operation("i32", 0x6c, a, b),
  and: (a: Value, b: Value) => operation("i32", 0x71, a, b),
  or: (a: Value, b: Value) => operation("i32", 0x72, a, b),
  xor: (a: Value, b: Value) => operation("i32", 0x73, a, b),
  ctz: (a: Value) => operation("i32", 0x68, a),
  shl: (a: Value, b: Value) => operation("i32", 0x74, a, b),
  shrU: (a: Value, b: Value) => operation("i32", 0x76, a, b),
  eqz: (a: Value) => operation("i32", 0x45, a),
  eq: (a: Value, b: Value) => operation("i32", 0x46, a, b),
  ne: (a: Value, b: Value) => operation("i32", 0x47, a, b),
  lt: (a: Value, b: Value) => operation("i32", 0x48, a, b),
  ltU: (a: Value, b: Value) => operation("i32", 0x49, a, b),
  gt: (a: Value, b: Value) => operation("i32", 0x4a, a, b),
  ge: (a: Value, b: Value) => operation("i32", 0x4e, a, b),
  load: load("i32", 0x28, 2),
  load8U: load("i32", 0x2d, 0),
  load16U: load("i32", 0x2f, 1),
};

export const f32 = {
  const: (value: number): Value => ({
    type: "f32",
    emit: (code) => {
      code.push(0x43);
      writeF32(code, value);
    },
  }),
  load: load("f32", 0x2a, 2),
  add: (a: Value, b: Value) => operation("f32", 0x92, a, b),
  sub: (a: Value, b: Value) => operation("f32", 0x93, a, b),
  mul: (a: Value, b: Value) => operation("f32", 0x94, a, b),
  div: (a: Value, b: Value) => operation("f32", 0x95, a, b),
  eq: (a: Value, b: Value) => operation("i32", 0x5b, a, b),
  gt: (a: Value, b: Value) => operation("i32", 0x5e, a, b),
  ge: (a: Value, b: Value) => operation("i32", 0x60, a, b),
  min: (a: Value, b: Value) => operation("f32", 0x96, a, b),
  max: (a: Value, b: Value) => operation("f32", 0x97, a, b),
  fromI32: (a: Value) => operation("f32", 0xb2, a),
  fromF64: (a: Value) => operation("f32", 0xb6, a),
};

export const f64 = {
  const: (value: number): Value => ({
    type: "f64",
    emit: (code) => {
      code.push(0x44);
      writeF64(code, value);
    },
  }),
  load: load("f64", 0x2b, 3),
  add: (a: Value, b: Value) => operation("f64", 0xa0, a, b),
  sub: (a: Value, b: Value) => operation("f64", 0xa1, a, b),
  mul: (a: Value, b: Value) => operation("f64", 0xa2, a, b),
  div: (a: Value, b: Value) => operation("f64", 0xa3, a, b),
  sqrt: (a: Value) => operation("f64", 0x9f, a),
  min: (a: Value, b: Value) => operation("f64", 0xa4, a, b),
  max: (a: Value, b: Value) => operation("f64", 0xa5, a, b),
  gt: (a: Value, b: Value) => operation("i32", 0x64, a, b),
  fromF32: (a: Value) => operation("f64", 0xbb, a),
};
