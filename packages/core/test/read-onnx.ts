/** A field of a protocol buffer message: its number, and what follows it. */
interface RawField {
  readonly field: number;
  readonly value: bigint | number | Uint8Array;
}

export interface ReadTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

export interface ReadNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: ReadonlyMap<string, number>;
}

export interface ReadModel {
  readonly irVersion: number;
  readonly opset: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly nodes: readonly ReadNode[];
  readonly initializers: readonly ReadTensor[];
  /** Names and widths. */
  readonly inputs: readonly (readonly [name: string, width: number])[];
  readonly outputs: readonly (readonly [name: string, width: number])[];
}

/** A .onnx file, read from its bytes by the field numbers of onnx.proto3, without the code that writes it. */
export function readOnnx(bytes: Uint8Array): ReadModel {
  const model = fieldsOf(bytes);
  const graph = fieldsOf(bytesOf(one(model, 7)));
  const opset = fieldsOf(bytesOf(one(model, 8)));
  return {
    irVersion: Number(one(model, 1)),
    opset: Number(one(opset, 2)),
    metadata: Object.fromEntries(
      all(model, 14).map((entry) => {
        const pair = fieldsOf(bytesOf(entry));
        return [textOf(one(pair, 1)), textOf(one(pair, 2))];
      }),
    ),
    nodes: all(graph, 1).map((node) => nodeOf(fieldsOf(bytesOf(node)))),
    initializers: all(graph, 5).map((tensor) => tensorOf(fieldsOf(bytesOf(tensor)))),
    inputs: all(graph, 11).map(rowsOf),
    outputs: all(graph, 12).map(rowsOf),
  };
}

function fieldsOf(bytes: Uint8Array): readonly RawField[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields: RawField[] = [];
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = view.getUint8(at++);
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const key = Number(varint());
    const field = Math.floor(key / 8);
    switch (key % 8) {
      case 0:
        fields.push({ field, value: varint() });
        break;
      case 2: {
        const length = Number(varint());
        if (at + length > bytes.length) throw new RangeError(`field ${field} is longer than its message`);
        fields.push({ field, value: bytes.subarray(at, at + length) });
        at += length;
        break;
      }
      case 5:
        fields.push({ field, value: view.getFloat32(at, true) });
        at += 4;
        break;
      default:
        throw new RangeError(`wire type ${key % 8} of field ${field}`);
    }
  }
  return fields;
}

const all = (fields: readonly RawField[], number: number): readonly RawField["value"][] =>
  fields.filter(({ field }) => field === number).map(({ value }) => value);

function one(fields: readonly RawField[], number: number): RawField["value"] {
  const [value, ...more] = all(fields, number);
  if (value === undefined || more.length > 0) throw new RangeError(`field ${number} is not there once`);
  return value;
}

function bytesOf(value: RawField["value"]): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw new TypeError("expected bytes");
}

const textOf = (value: RawField["value"]): string => new TextDecoder().decode(bytesOf(value));

function nodeOf(node: readonly RawField[]): ReadNode {
  const attributes = all(node, 5).map((value) => {
    const attribute = fieldsOf(bytesOf(value));
    const isFloat = one(attribute, 20) === 1n;
    return [textOf(one(attribute, 1)), Number(one(attribute, isFloat ? 2 : 3))] as const;
  });
  return {
    op: textOf(one(node, 4)),
    inputs: all(node, 1).map(textOf),
    outputs: all(node, 2).map(textOf),
    attributes: new Map(attributes),
  };
}

function tensorOf(tensor: readonly RawField[]): ReadTensor {
  const raw = Uint8Array.from(bytesOf(one(tensor, 9)));
  const isFloat = one(tensor, 2) === 1n;
  const values = isFloat ? [...new Float32Array(raw.buffer)] : [...new BigInt64Array(raw.buffer)].map(Number);
  return { name: textOf(one(tensor, 8)), shape: all(tensor, 1).map(Number), values };
}

function rowsOf(value: RawField["value"]): readonly [name: string, width: number] {
  const info = fieldsOf(bytesOf(value));
  const tensor = fieldsOf(bytesOf(one(fieldsOf(bytesOf(one(info, 2))), 1)));
  if (one(tensor, 1) !== 1n) throw new RangeError("not floats");
  const [rows, columns] = all(fieldsOf(bytesOf(one(tensor, 2))), 1).map((dim) => fieldsOf(bytesOf(dim)));
  if (rows === undefined || columns === undefined || all(rows, 2).length !== 1)
    throw new RangeError("not rows of any number and columns of a fixed one");
  return [textOf(one(info, 1)), Number(one(columns, 1))];
}
