/** Types of WebAssembly values that kernels use. */
export type WasmType = "i32" | "f32" | "f64" | "v128";

/** Bytes of a function's body while it is being written. */
export type Code = number[];

/**
 * A value that is not computed yet: `emit` writes the instructions that leave it on the stack.
 * Emitting twice computes twice; `FunctionBuilder.let` keeps a value in a local.
 */
export interface Value {
  readonly type: WasmType;
  emit(code: Code): void;
}

export function writeUnsigned(code: Code, value: number): void {
  let rest = value >>> 0;
  while (rest >= 0x80) {
    code.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  code.push(rest);
}

export function writeSigned(code: Code, value: number): void {
  let rest = value | 0;
  for (;;) {
    const byte = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && (byte & 0x40) === 0) || (rest === -1 && (byte & 0x40) !== 0)) {
      code.push(byte);
      return;
    }
    code.push(byte | 0x80);
  }
}

const bits = new DataView(new ArrayBuffer(8));

export function writeF32(code: Code, value: number): void {
  bits.setFloat32(0, value, true);
  for (let i = 0; i < 4; i++) code.push(bits.getUint8(i));
}

export function writeF64(code: Code, value: number): void {
  bits.setFloat64(0, value, true);
  for (let i = 0; i < 8; i++) code.push(bits.getUint8(i));
}

/** One opcode: a byte, or the SIMD prefix and a number. */
export function writeOpcode(code: Code, opcode: number): void {
  if (opcode < 0x100) code.push(opcode);
  else {
    code.push(0xfd);
    writeUnsigned(code, opcode - 0x100);
  }
}

/** An instruction that takes its operands from the stack. */
export function operation(type: WasmType, opcode: number, ...operands: readonly Value[]): Value {
  return {
    type,
    emit: (code) => {
      for (const operand of operands) operand.emit(code);
      writeOpcode(code, opcode);
    },
  };
}
