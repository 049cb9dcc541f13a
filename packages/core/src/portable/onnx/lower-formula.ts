import { type BinaryOp, type Expr, ONE_OVER_LN, type Operation, type UnaryOp } from "../../internal.js";
import { FLOAT, type OnnxGraphBuilder, type OnnxOperator } from "./onnx-graph.js";

/** A result of a graph: ONNX tells truth values from numbers, formulas do not. */
interface Result {
  readonly name: string;
  readonly is: "number" | "truth";
}

/** Operators that ONNX has as they are. */
const SAME: Partial<Readonly<Record<UnaryOp | BinaryOp, OnnxOperator>>> = {
  neg: "Neg",
  abs: "Abs",
  sign: "Sign",
  floor: "Floor",
  ceil: "Ceil",
  round: "Round",
  exp: "Exp",
  log: "Log",
  sqrt: "Sqrt",
  sin: "Sin",
  cos: "Cos",
  tan: "Tan",
  sinh: "Sinh",
  cosh: "Cosh",
  tanh: "Tanh",
  softplus: "Softplus",
  erf: "Erf",
  atan: "Atan",
  asinh: "Asinh",
  acosh: "Acosh",
  atanh: "Atanh",
  add: "Add",
  sub: "Sub",
  mul: "Mul",
  pow: "Pow",
  min: "Min",
  max: "Max",
};

const COMPARISONS = {
  lt: "Less",
  le: "LessOrEqual",
  gt: "Greater",
  ge: "GreaterOrEqual",
  eq: "Equal",
} as const satisfies Partial<Record<BinaryOp, OnnxOperator>>;

/**
 * Above it, exp(u) − 1 loses a bit and a half; the quotient of tanh, which is exact below, grows without
 * bound.
 */
const EXPM1_AS_QUOTIENT = 0.5;
/** Below it in size, 1 + u loses digits of u, which the quotient gives back. */
const LOG1P_AS_QUOTIENT = 0.5;

/**
 * Writes a formula's tree as nodes of opset 17 and gives the name of its value. `variables`: names of results
 * by the tree's variables (`x`, `x1`, `$alpha`, `noise`). Every operator of a formula can be written.
 * Composed, because a runtime's own operator is wrong or because there is none: sigmoid (onnxruntime's is 0
 * below -18), expm1, log1p, log2, log10, erfc, clamp (bounds of Clip must be constants).
 */
export function lowerFormula(
  graph: OnnxGraphBuilder,
  tree: Expr,
  variables: ReadonlyMap<string, string>,
): string {
  return new Lowering(graph, variables).number(tree);
}

class Lowering {
  constructor(
    private readonly graph: OnnxGraphBuilder,
    private readonly variables: ReadonlyMap<string, string>,
  ) {}

  number(tree: Expr): string {
    const { name, is } = this.result(tree);
    return is === "number" ? name : this.graph.add("Cast", [name], { to: { int: FLOAT } });
  }

  /** Whether a tree is not 0; NaN is not. */
  private truth(tree: Expr): string {
    const { name, is } = this.result(tree);
    return is === "truth" ? name : this.differs(name, this.graph.constant(0));
  }

  private differs(a: string, b: string): string {
    return this.graph.add("Not", [this.graph.add("Equal", [a, b])]);
  }

  private result(tree: Expr): Result {
    if (typeof tree === "number") return { name: this.graph.constant(tree), is: "number" };
    if (typeof tree !== "string") return this.operation(tree);
    const name = this.variables.get(tree);
    if (name === undefined) throw new RangeError(`the formula reads ${tree}, which has no value`);
    return { name, is: "number" };
  }

  private operation(tree: Operation): Result {
    const truth = this.comparison(tree);
    return truth === undefined ? { name: this.arithmetic(tree), is: "number" } : { name: truth, is: "truth" };
  }

  /** The operators whose results are true or false. */
  private comparison(tree: Operation): string | undefined {
    switch (tree[0]) {
      case "not":
        return this.graph.add("Not", [this.truth(tree[1])]);
      case "and":
        return this.graph.add("And", [this.truth(tree[1]), this.truth(tree[2])]);
      case "or":
        return this.graph.add("Or", [this.truth(tree[1]), this.truth(tree[2])]);
      case "ne":
        return this.differs(this.number(tree[1]), this.number(tree[2]));
      case "lt":
      case "le":
      case "gt":
      case "ge":
      case "eq":
        return this.graph.add(COMPARISONS[tree[0]], [this.number(tree[1]), this.number(tree[2])]);
      default:
        return undefined;
    }
  }

  private arithmetic(tree: Operation): string {
    const { graph } = this;
    if (tree.length === 4) return this.ternary(tree);
    const a = this.number(tree[1]);
    if (tree.length === 3) return this.binary(tree[0], a, tree[2]);
    switch (tree[0]) {
      case "expm1":
        return this.expm1(a);
      case "log1p":
        return this.log1p(a);
      case "log2":
        return graph.add("Mul", [graph.add("Log", [a]), graph.constant(ONE_OVER_LN.log2)]);
      case "log10":
        return graph.add("Mul", [graph.add("Log", [a]), graph.constant(ONE_OVER_LN.log10)]);
      case "sigmoid":
        return this.sigmoid(a);
      case "erfc":
        return graph.add("Sub", [graph.constant(1), graph.add("Erf", [a])]);
      default:
        return graph.add(same(tree[0]), [a]);
    }
  }

  private binary(op: BinaryOp, a: string, second: Expr): string {
    // A quotient by 1.4142 in an erf is replaced by the exact gelu in onnxruntime; a product is left alone.
    if (op === "div" && typeof second === "number" && second !== 0)
      return this.graph.add("Mul", [a, this.graph.constant(1 / second)]);
    const b = this.number(second);
    return this.graph.add(op === "div" ? "Div" : same(op), [a, b]);
  }

  private ternary(tree: Extract<Operation, { length: 4 }>): string {
    const { graph } = this;
    const [op, a, b, c] = tree;
    if (op === "where") return graph.add("Where", [this.truth(a), this.number(b), this.number(c)]);
    return graph.add("Min", [graph.add("Max", [this.number(a), this.number(b)]), this.number(c)]);
  }

  /** 1 / (1 + e⁻ᵘ). */
  private sigmoid(u: string): string {
    const { graph } = this;
    const power = graph.add("Exp", [graph.add("Neg", [u])]);
    return graph.add("Div", [graph.constant(1), graph.add("Add", [graph.constant(1), power])]);
  }

  /**
   * 2t / (1 − t) with t = tanh(u / 2), which keeps the digits of a small u; eᵘ − 1 above one half and where u
   * is NaN.
   */
  private expm1(u: string): string {
    const { graph } = this;
    const t = graph.add("Tanh", [graph.add("Mul", [u, graph.constant(0.5)])]);
    const quotient = graph.add("Div", [
      graph.add("Mul", [graph.constant(2), t]),
      graph.add("Sub", [graph.constant(1), t]),
    ]);
    const plain = graph.add("Sub", [graph.add("Exp", [u]), graph.constant(1)]);
    const isSmall = graph.add("LessOrEqual", [u, graph.constant(EXPM1_AS_QUOTIENT)]);
    return graph.add("Where", [isSmall, quotient, plain]);
  }

  /**
   * With w = 1 + u as rounded: log(w) · u / (w − 1), u itself where w is 1 (Goldberg 1991, theorem 4); else
   * log(w).
   */
  private log1p(u: string): string {
    const { graph } = this;
    const one = graph.constant(1);
    const w = graph.add("Add", [u, one]);
    const log = graph.add("Log", [w]);
    const step = graph.add("Sub", [w, one]);
    const isOne = graph.add("Equal", [step, graph.constant(0)]);
    const quotient = graph.add("Div", [graph.add("Mul", [log, u]), graph.add("Where", [isOne, one, step])]);
    const near = graph.add("Where", [isOne, u, quotient]);
    const isSmall = graph.add("Less", [graph.add("Abs", [u]), graph.constant(LOG1P_AS_QUOTIENT)]);
    return graph.add("Where", [isSmall, near, log]);
  }
}

function same(op: UnaryOp | BinaryOp): OnnxOperator {
  const operator = SAME[op];
  if (operator === undefined)
    throw new RangeError(`the formula's operator ${op} has no form in ONNX's opset 17`);
  return operator;
}
