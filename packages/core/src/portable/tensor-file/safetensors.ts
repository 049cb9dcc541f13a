/** Numbers under a name, row-major. */
export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/**
 * A `.safetensors` file: the header's length as u64, the header as JSON padded to a multiple of 8, then each
 * tensor's f32 numbers, all little-endian (huggingface.co/docs/safetensors).
 */
export function safetensorsBytes(
  tensors: readonly NamedTensor[],
  metadata: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  let end = 0;
  const entries = tensors.map(({ name, shape, values }) => {
    const start = end;
    end += values.length * 4;
    return [name, { dtype: "F32", shape, data_offsets: [start, end] }] as const;
  });
  const text = JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(entries) });
  const header = new TextEncoder().encode(text);
  const length = Math.ceil(header.length / 8) * 8;
  const bytes = new Uint8Array(8 + length + end).fill(0x20, 8, 8 + length);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(length), true);
  bytes.set(header, 8);
  let at = 8 + length;
  for (const { values } of tensors)
    for (const value of values) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  return bytes;
}
