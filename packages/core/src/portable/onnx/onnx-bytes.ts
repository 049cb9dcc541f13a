import {
  FLOAT,
  type OnnxAttribute,
  type OnnxGraph,
  type OnnxNode,
  type OnnxRows,
  type OnnxTensor,
} from "./onnx-graph.js";
import { bytesField, type Field, floatField, message, numberField, textField } from "./protobuf.js";

/** The lowest opset that holds every operator of `OnnxOperator`: LayerNormalization came with 17. */
export const OPSET = 17;
/** The version of the format that belongs to it. */
const IR_VERSION = 8;
const INT64 = 7;
const ATTRIBUTE_FLOAT = 1;
const ATTRIBUTE_INT = 2;

export interface OnnxModelInfo {
  /** Version of actbench. */
  readonly version: string;
  readonly description: string;
  /** Pairs of key and text. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** A model file (onnx.proto3, ModelProto) of a graph. */
export function onnxBytes(graph: OnnxGraph, info: OnnxModelInfo): Uint8Array<ArrayBuffer> {
  return message(
    numberField(1, IR_VERSION),
    textField(2, "actbench"),
    textField(3, info.version),
    textField(6, info.description),
    bytesField(7, graphMessage(graph)),
    bytesField(8, message(textField(1, ""), numberField(2, OPSET))),
    Object.entries(info.metadata).map(([key, value]) =>
      bytesField(14, message(textField(1, key), textField(2, value))),
    ),
  );
}

function graphMessage({ name, nodes, initializers, inputs, outputs }: OnnxGraph): Uint8Array {
  return message(
    nodes.map((node) => bytesField(1, nodeMessage(node))),
    textField(2, name),
    initializers.map((tensor) => bytesField(5, tensorMessage(tensor))),
    inputs.map((rows) => bytesField(11, rowsMessage(rows))),
    outputs.map((rows) => bytesField(12, rowsMessage(rows))),
  );
}

function nodeMessage({ op, inputs, outputs, attributes }: OnnxNode): Uint8Array {
  return message(
    inputs.map((name) => textField(1, name)),
    outputs.map((name) => textField(2, name)),
    textField(3, `${outputs[0]}`),
    textField(4, op),
    Object.entries(attributes).map(([name, value]) => bytesField(5, attributeMessage(name, value))),
  );
}

function attributeMessage(name: string, value: OnnxAttribute): Uint8Array {
  const fields: readonly Field[] =
    "int" in value
      ? [numberField(3, value.int), numberField(20, ATTRIBUTE_INT)]
      : [floatField(2, value.float), numberField(20, ATTRIBUTE_FLOAT)];
  return message(textField(1, name), fields);
}

function tensorMessage({ name, shape, values }: OnnxTensor): Uint8Array {
  return message(
    shape.map((size) => numberField(1, size)),
    numberField(2, values instanceof Float32Array ? FLOAT : INT64),
    textField(8, name),
    bytesField(9, littleEndian(values)),
  );
}

function littleEndian(values: Float32Array | BigInt64Array): Uint8Array {
  const bytes = new Uint8Array(values.byteLength);
  const view = new DataView(bytes.buffer);
  if (values instanceof Float32Array) values.forEach((value, i) => void view.setFloat32(4 * i, value, true));
  else values.forEach((value, i) => void view.setBigInt64(8 * i, value, true));
  return bytes;
}

/** A matrix of as many rows as the user gives. */
function rowsMessage({ name, width }: OnnxRows): Uint8Array {
  const shape = message(
    bytesField(1, message(textField(2, "rows"))),
    bytesField(1, message(numberField(1, width))),
  );
  return message(
    textField(1, name),
    bytesField(2, message(bytesField(1, message(numberField(1, FLOAT), bytesField(2, shape))))),
  );
}
