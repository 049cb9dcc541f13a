import { sha256Hex } from "../contract/identity.js";

/** A tensor of a trial after some update. */
export interface TensorState {
  /** `layer 1 weights`, `output biases, optimizer state 1`, … */
  readonly name: string;
  /** SHA-256 of the values as little-endian f32, the first 16 hexadecimal digits. */
  readonly digest: string;
  /** Absent where only the digest is known. */
  readonly values?: Float32Array;
}

/** A tensor with its digest, in which every NaN is the same: the bits of a NaN are not specified. */
export function tensorState(name: string, values: Float32Array): TensorState {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    view.setFloat32(i * 4, Number.isNaN(value) ? Number.NaN : value, true);
  }
  return { name, digest: sha256Hex(new Uint8Array(view.buffer)).slice(0, 16), values };
}
