import { erf } from "../src/math/erf.js";
import type { ReadModel, ReadNode } from "./read-onnx.js";

/** Numbers of up to two dimensions, each rounded to f32. */
export interface Matrix {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/**
 * Runs a model as the operators' definitions say, each result rounded to f32. Math's functions stand for
 * exact ones. An operator that is not here is an error.
 */
export function runOnnx(
  model: ReadModel,
  inputs: Readonly<Record<string, Matrix>>,
): Readonly<Record<string, Matrix>> {
  const known = new Map<string, Matrix>(Object.entries(inputs));
  for (const { name, shape, values } of model.initializers) {
    if (known.has(name)) throw new RangeError(`${name} twice`);
    known.set(name, { shape, values });
  }
  for (const node of model.nodes) {
    const operands = node.inputs.map((name) => {
      const value = known.get(name);
      if (value === undefined) throw new RangeError(`${node.op} reads ${name} before it is computed`);
      return value;
    });
    const [output = ""] = node.outputs;
    if (known.has(output)) throw new RangeError(`${output} is computed twice`);
    known.set(output, compute(node, operands));
  }
  return Object.fromEntries(model.outputs.map(([name]) => [name, known.get(name) as Matrix]));
}

const ELEMENTWISE: Readonly<Record<string, (...x: readonly number[]) => number>> = {
  Abs: (a = 0) => Math.abs(a),
  Acosh: (a = 0) => Math.acosh(a),
  Add: (a = 0, b = 0) => a + b,
  And: (a, b) => (a && b ? 1 : 0),
  Asinh: (a = 0) => Math.asinh(a),
  Atan: (a = 0) => Math.atan(a),
  Atanh: (a = 0) => Math.atanh(a),
  Cast: (a = 0) => a,
  Ceil: (a = 0) => Math.ceil(a),
  Cos: (a = 0) => Math.cos(a),
  Cosh: (a = 0) => Math.cosh(a),
  Div: (a = 0, b = 0) => a / b,
  Equal: (a, b) => (a === b ? 1 : 0),
  Erf: (a = 0) => erf(a),
  Exp: (a = 0) => Math.exp(a),
  Floor: (a = 0) => Math.floor(a),
  Greater: (a = 0, b = 0) => (a > b ? 1 : 0),
  GreaterOrEqual: (a = 0, b = 0) => (a >= b ? 1 : 0),
  Identity: (a = 0) => a,
  Less: (a = 0, b = 0) => (a < b ? 1 : 0),
  LessOrEqual: (a = 0, b = 0) => (a <= b ? 1 : 0),
  Log: (a = 0) => Math.log(a),
  Max: (a = 0, b = 0) => Math.max(a, b),
  Min: (a = 0, b = 0) => Math.min(a, b),
  Mul: (a = 0, b = 0) => a * b,
  Neg: (a = 0) => -a,
  Not: (a) => (a ? 0 : 1),
  Or: (a, b) => (a || b ? 1 : 0),
  Pow: (a = 0, b = 0) => a ** b,
  Round: (a = 0) => (Math.abs(a % 1) === 0.5 ? 2 * Math.round(a / 2) : Math.round(a)),
  Sign: (a = 0) => Math.sign(a),
  Sin: (a = 0) => Math.sin(a),
  Sinh: (a = 0) => Math.sinh(a),
  Softplus: (a = 0) => Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a))),
  Sqrt: (a = 0) => Math.sqrt(a),
  Sub: (a = 0, b = 0) => a - b,
  Tan: (a = 0) => Math.tan(a),
  Tanh: (a = 0) => Math.tanh(a),
  Where: (a, b = 0, c = 0) => (a ? b : c),
};

function compute(node: ReadNode, operands: readonly Matrix[]): Matrix {
  const [a, b, c, mean, variance] = operands;
  const elementwise = ELEMENTWISE[node.op];
  if (elementwise !== undefined) return broadcast(elementwise, operands);
  if (a === undefined) throw new RangeError(`${node.op} of nothing`);
  const epsilon = node.attributes.get("epsilon") ?? Number.NaN;
  switch (node.op) {
    case "Shape":
      return { shape: [a.shape.length], values: a.shape };
    case "Expand":
      return broadcast((value = 0) => value, [a, filled(b?.values ?? [])]);
    case "Gemm":
      return gemm(node, a, b, c);
    case "Slice":
      return slice(operands);
    case "Softmax":
      return eachRow(a, (row) => {
        const largest = Math.max(...row);
        const powers = row.map((value) => Math.exp(value - largest));
        const sum = powers.reduce((total, power) => total + power, 0);
        return powers.map((power) => power / sum);
      });
    case "LayerNormalization":
      return eachRow(a, (row) => {
        const middle = row.reduce((sum, value) => sum + value, 0) / row.length;
        const square = row.reduce((sum, value) => sum + (value - middle) ** 2, 0) / row.length;
        return row.map((value, i) => ((value - middle) / Math.sqrt(square + epsilon)) * at(b, i) + at(c, i));
      });
    case "BatchNormalization":
      return eachRow(a, (row) =>
        row.map(
          (value, i) => ((value - at(mean, i)) / Math.sqrt(at(variance, i) + epsilon)) * at(b, i) + at(c, i),
        ),
      );
    default:
      throw new RangeError(`no operator ${node.op}`);
  }
}

const at = (matrix: Matrix | undefined, i: number): number => matrix?.values[i] ?? Number.NaN;
const filled = (shape: readonly number[]): Matrix => ({
  shape,
  values: Array<number>(shape.reduce((product, size) => product * size, 1)).fill(0),
});

function gemm({ attributes }: ReadNode, a: Matrix, b?: Matrix, c?: Matrix): Matrix {
  const [rows = 0, inner = 0] = a.shape;
  const [outputs = 0, weights = 0] = b?.shape ?? [];
  if (attributes.get("transB") !== 1 || weights !== inner || c?.shape[0] !== outputs)
    throw new RangeError(`Gemm of ${a.shape}, ${b?.shape}, ${c?.shape}`);
  const values = Array.from({ length: rows * outputs }, (_, i) => {
    const [row, output] = [Math.floor(i / outputs), i % outputs];
    let sum = at(c, output);
    for (let k = 0; k < inner; k++) sum += at(a, row * inner + k) * at(b, output * inner + k);
    return Math.fround(sum);
  });
  return { shape: [rows, outputs], values };
}

function slice([a, start, end, axis]: readonly Matrix[]): Matrix {
  if (a === undefined || at(axis, 0) !== 1) throw new RangeError("only columns are sliced");
  return eachRow(a, (row) => row.slice(at(start, 0), at(end, 0)));
}

function eachRow({ shape, values }: Matrix, change: (row: readonly number[]) => readonly number[]): Matrix {
  const [rows = 0, columns = 0] = shape;
  const changed = Array.from({ length: rows }, (_, row) =>
    change(values.slice(row * columns, (row + 1) * columns)),
  );
  return { shape: [rows, changed[0]?.length ?? 0], values: changed.flat().map(Math.fround) };
}

/** As NumPy: shapes are aligned at their ends, and a size of 1 is repeated. */
function broadcast(f: (...x: readonly number[]) => number, operands: readonly Matrix[]): Matrix {
  const rank = Math.max(...operands.map(({ shape }) => shape.length));
  const sizes = operands.map(({ shape }) => [...Array<number>(rank - shape.length).fill(1), ...shape]);
  const shape = Array.from({ length: rank }, (_, axis) => Math.max(...sizes.map((size) => size[axis] ?? 1)));
  for (const size of sizes)
    if (size.some((own, axis) => own !== 1 && own !== shape[axis]))
      throw new RangeError(`shapes ${operands.map((operand) => `[${operand.shape}]`).join(" and ")}`);
  const values = Array.from({ length: filled(shape).values.length }, (_, place) => {
    const own = operands.map(({ values: numbers }, o) => numbers[offset(place, shape, sizes[o] ?? [])] ?? 0);
    return Math.fround(f(...own));
  });
  return { shape, values };
}

function offset(place: number, shape: readonly number[], own: readonly number[]): number {
  let [rest, at, step] = [place, 0, 1];
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const size = shape[axis] ?? 1;
    if (own[axis] !== 1) {
      at += (rest % size) * step;
      step *= size;
    }
    rest = Math.floor(rest / size);
  }
  return at;
}
