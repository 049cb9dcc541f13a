interface NpyOptions {
  readonly version?: 1 | 2;
  readonly fortran?: boolean;
}

/** A .npy file as NumPy writes it: header padded to a multiple of 64 bytes, elements of `type`. */
export function npyBytes(
  type: string,
  shape: readonly number[],
  values: readonly number[],
  { version = 1, fortran = false }: NpyOptions = {},
): Uint8Array {
  const sizes = shape.length === 1 ? `${shape[0]},` : shape.join(", ");
  const dictionary = `{'descr': '${type}', 'fortran_order': ${fortran ? "True" : "False"}, 'shape': (${sizes}), }`;
  const before = version === 1 ? 10 : 12;
  const length = Math.ceil((before + dictionary.length + 1) / 64) * 64 - before;
  const header = Buffer.from(`${dictionary.padEnd(length - 1)}\n`);
  const start = Buffer.alloc(before);
  start.write("\x93NUMPY", "latin1");
  start[6] = version;
  if (version === 1) start.writeUInt16LE(length, 8);
  else start.writeUInt32LE(length, 8);
  return Buffer.concat([start, header, ...values.map((value) => elementBytes(type, value))]);
}

function elementBytes(type: string, value: number): Uint8Array {
  const size = Number(type.slice(2)) || 8;
  const bytes = Buffer.alloc(size);
  const kind = type[1];
  if (kind === "f" && size === 4) bytes.writeFloatLE(value);
  else if (kind === "f") bytes.writeDoubleLE(value);
  else if (size === 8) bytes.writeBigInt64LE(BigInt(Math.trunc(value)));
  else bytes.writeIntLE(value, 0, size);
  return type.startsWith(">") ? bytes.reverse() : bytes;
}
