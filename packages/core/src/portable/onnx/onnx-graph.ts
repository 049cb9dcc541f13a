/** Numbers that a graph holds: weights, constants. */
export interface OnnxTensor {
  readonly name: string;
  /** Empty: a scalar. */
  readonly shape: readonly number[];
  readonly values: Float32Array | BigInt64Array;
}

export type OnnxAttribute = { readonly int: number } | { readonly float: number };

export interface OnnxNode {
  readonly op: OnnxOperator;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, OnnxAttribute>>;
}

/** An input or output of the graph: rows of `width` floats. */
export interface OnnxRows {
  readonly name: string;
  readonly width: number;
}

export interface OnnxGraph {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly initializers: readonly OnnxTensor[];
  readonly inputs: readonly OnnxRows[];
  readonly outputs: readonly OnnxRows[];
}

/** Every operator that a graph may use; all are in opset 17. */
export type OnnxOperator =
  | "Abs"
  | "Acosh"
  | "Add"
  | "And"
  | "Asinh"
  | "Atan"
  | "Atanh"
  | "BatchNormalization"
  | "Cast"
  | "Ceil"
  | "Cos"
  | "Cosh"
  | "Div"
  | "Equal"
  | "Erf"
  | "Exp"
  | "Expand"
  | "Floor"
  | "Gemm"
  | "Greater"
  | "GreaterOrEqual"
  | "Identity"
  | "LayerNormalization"
  | "Less"
  | "LessOrEqual"
  | "Log"
  | "Max"
  | "Min"
  | "Mul"
  | "Neg"
  | "Not"
  | "Or"
  | "Pow"
  | "Round"
  | "Shape"
  | "Sign"
  | "Sin"
  | "Sinh"
  | "Slice"
  | "Softmax"
  | "Softplus"
  | "Sqrt"
  | "Sub"
  | "Tan"
  | "Tanh"
  | "Where";

/** The number of float elements in ONNX's list of element types. */
export const FLOAT = 1;

/**
 * Collects the nodes and numbers of a graph in the order in which they are computed. Owns the names of
 * intermediate results.
 */
export class OnnxGraphBuilder {
  readonly nodes: OnnxNode[] = [];
  readonly initializers: OnnxTensor[] = [];
  private readonly known = new Map<string, string>();

  /**
   * An operator of one output; gives the output's name. The same operator of the same inputs is computed
   * once.
   */
  add(
    op: OnnxOperator,
    inputs: readonly string[],
    attributes: Readonly<Record<string, OnnxAttribute>> = {},
  ): string {
    const key = JSON.stringify([op, inputs, attributes]);
    const before = this.known.get(key);
    if (before !== undefined) return before;
    // With a space, as no parameter can be called.
    const name = `${op.toLowerCase()} ${this.nodes.length + 1}`;
    this.nodes.push({ op, inputs, outputs: [name], attributes });
    this.known.set(key, name);
    return name;
  }

  /** Gives a result the name of an output. */
  output(from: string, name: string): string {
    this.nodes.push({ op: "Identity", inputs: [from], outputs: [name], attributes: {} });
    return name;
  }

  /** Numbers under a name. */
  hold(tensor: OnnxTensor): string {
    this.initializers.push(tensor);
    return tensor.name;
  }

  /** A scalar constant, the nearest f32; each number is held once. */
  constant(value: number): string {
    const number = Math.fround(value);
    const name = `constant ${Object.is(number, -0) ? "-0" : number}`;
    if (!this.initializers.some((held) => held.name === name))
      this.hold({ name, shape: [], values: Float32Array.of(number) });
    return name;
  }
}
