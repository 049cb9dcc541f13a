/**
 * A field's bytes, key first. Protocol buffers as ONNX needs them: varints, fixed 32-bit floats, text and
 * bytes.
 */
export type Field = Uint8Array;

const VARINT = 0;
const BYTES = 2;
const FIXED32 = 5;

/** Fields after each other: a message. */
export function message(...fields: readonly (Field | readonly Field[])[]): Uint8Array<ArrayBuffer> {
  const parts = fields.flat();
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** A whole number from 0. */
export function numberField(field: number, value: number): Field {
  return message(varint(field * 8 + VARINT), varint(value));
}

export function floatField(field: number, value: number): Field {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return message(varint(field * 8 + FIXED32), bytes);
}

export function bytesField(field: number, bytes: Uint8Array): Field {
  return message(varint(field * 8 + BYTES), varint(bytes.length), bytes);
}

export function textField(field: number, text: string): Field {
  return bytesField(field, new TextEncoder().encode(text));
}

function varint(value: number): Uint8Array {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`${value} is not a whole number from 0 to 2^53 - 1`);
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return Uint8Array.from(bytes);
}
