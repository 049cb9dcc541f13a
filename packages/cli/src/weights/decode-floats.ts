/** Types of floats in `.safetensors` files. */
export type TensorType = "F64" | "F32" | "F16" | "BF16";

interface Decoder {
  /** Of one number. */
  readonly bytes: number;
  /** Little-endian numbers, each the nearest f32. */
  decode(bytes: Buffer): Float32Array;
}

const decoder = (bytes: number, at: (buffer: Buffer, place: number) => number): Decoder => ({
  bytes,
  decode: (buffer) => Float32Array.from({ length: buffer.length / bytes }, (_, i) => at(buffer, i * bytes)),
});

export const DECODERS: Readonly<Record<TensorType, Decoder>> = {
  F64: decoder(8, (buffer, at) => buffer.readDoubleLE(at)),
  F32: decoder(4, (buffer, at) => buffer.readFloatLE(at)),
  F16: decoder(2, (buffer, at) => halfValue(buffer.readUInt16LE(at))),
  BF16: decoder(2, (buffer, at) => upperHalf(buffer.readUInt16LE(at))),
};

/** IEEE binary16: a sign, five bits of exponent, ten of fraction. */
function halfValue(bits: number): number {
  const sign = bits >= 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}

const WORD = new DataView(new ArrayBuffer(4));

/** The upper 16 bits of an f32. */
function upperHalf(bits: number): number {
  WORD.setUint32(0, bits * 65536);
  return WORD.getFloat32(0);
}
