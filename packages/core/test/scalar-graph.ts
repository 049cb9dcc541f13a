import type { Expr } from "../src/formula/expr.js";

/** A scalar that remembers how it was made: reverse-mode differentiation in f64, the tests' oracle. */
export class Scalar {
  grad = 0;
  /** `slopes[i]` is d(this)/d(parents[i]). */
  constructor(
    readonly value: number,
    private readonly parents: readonly Scalar[] = [],
    private readonly slopes: readonly number[] = [],
  ) {}

  /** Adds d(this)/d(node) to the `grad` of every node this one was made from. */
  backward(): void {
    this.grad = 1;
    for (const node of this.madeFrom().reverse())
      node.parents.forEach((parent, i) => {
        parent.grad += (node.slopes[i] as number) * node.grad;
      });
  }

  /** This node and all it was made from but leaves, each after its parents. */
  private madeFrom(): Scalar[] {
    const order: Scalar[] = [];
    const seen = new Set<Scalar>([this]);
    const stack: [Scalar, number][] = [[this, 0]];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const parent = top[0].parents[top[1]++];
      if (parent === undefined) {
        order.push(top[0]);
        stack.pop();
      } else if (parent.parents.length > 0 && !seen.has(parent)) {
        seen.add(parent);
        stack.push([parent, 0]);
      }
    }
    return order;
  }
}

export const constant = (value: number): Scalar => new Scalar(value);
export const add = (a: Scalar, b: Scalar): Scalar => new Scalar(a.value + b.value, [a, b], [1, 1]);
export const mul = (a: Scalar, b: Scalar): Scalar =>
  new Scalar(a.value * b.value, [a, b], [b.value, a.value]);
/** start + Σ aᵢ bᵢ, added up in this order: one node for what would be two a term. */
export const dot = (start: Scalar, a: readonly Scalar[], b: readonly Scalar[]): Scalar =>
  new Scalar(
    a.reduce((sum, { value }, i) => sum + value * (b[i] as Scalar).value, start.value),
    [start, ...a, ...b],
    [1, ...b.map(({ value }) => value), ...a.map(({ value }) => value)],
  );
const map = (a: Scalar, value: number, slope: number): Scalar => new Scalar(value, [a], [slope]);
export const exp = (a: Scalar): Scalar => map(a, Math.exp(a.value), Math.exp(a.value));
export const log = (a: Scalar): Scalar => map(a, Math.log(a.value), 1 / a.value);

function erf(x: number): number {
  // Maclaurin series below 3, continued fraction of erfc beyond: 1e-15.
  if (Math.abs(x) > 3) {
    let f = 0;
    for (let n = 80; n > 0; n--) f = n / 2 / (Math.abs(x) + f);
    return Math.sign(x) * (1 - Math.exp(-x * x) / ((Math.abs(x) + f) * Math.sqrt(Math.PI)));
  }
  let term = x;
  let sum = x;
  for (let n = 1; n < 100; n++) {
    term *= (-x * x) / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

const sigmoidOf = (x: number): number => 1 / (1 + Math.exp(-x));

/** A formula over scalars: derivatives come from the rules here, not from the package's symbolic ones. */
export function apply(tree: Expr, variables: Readonly<Record<string, Scalar>>): Scalar {
  if (typeof tree === "number") return constant(tree);
  if (typeof tree === "string") {
    const known = variables[tree];
    if (!known) throw new Error(`no ${tree}`);
    return known;
  }
  const [op, ...operands] = tree;
  const [a, b, c] = operands.map((operand) => apply(operand, variables)) as [Scalar, Scalar, Scalar];
  const truth = (holds: boolean): Scalar => constant(holds ? 1 : 0);
  const x = a.value;
  switch (op) {
    case "add":
      return add(a, b);
    case "sub":
      return add(a, mul(b, constant(-1)));
    case "mul":
      return mul(a, b);
    case "div":
      return new Scalar(x / b.value, [a, b], [1 / b.value, -x / b.value ** 2]);
    case "pow":
      return new Scalar(
        x ** b.value,
        [a, b],
        [b.value * x ** (b.value - 1), x > 0 ? x ** b.value * Math.log(x) : 0],
      );
    case "min":
      return x < b.value ? a : b;
    case "max":
      return x > b.value ? a : b;
    case "clamp":
      return x > c.value ? c : x < b.value ? b : a;
    case "where":
      return x !== 0 ? b : c;
    case "lt":
      return truth(x < b.value);
    case "le":
      return truth(x <= b.value);
    case "gt":
      return truth(x > b.value);
    case "ge":
      return truth(x >= b.value);
    case "eq":
      return truth(x === b.value);
    case "ne":
      return truth(x !== b.value);
    case "and":
      return truth(x !== 0 && b.value !== 0);
    case "or":
      return truth(x !== 0 || b.value !== 0);
    case "not":
      return truth(x === 0);
    case "neg":
      return mul(a, constant(-1));
    case "abs":
      return map(a, Math.abs(x), Math.sign(x));
    case "sign":
      return constant(Math.sign(x));
    case "floor":
      return constant(Math.floor(x));
    case "ceil":
      return constant(Math.ceil(x));
    case "round":
      return constant(Math.abs(x % 1) === 0.5 ? 2 * Math.round(x / 2) : Math.round(x));
    case "exp":
      return exp(a);
    case "expm1":
      return map(a, Math.expm1(x), Math.exp(x));
    case "log":
      return log(a);
    case "log1p":
      return map(a, Math.log1p(x), 1 / (1 + x));
    case "log2":
      return map(a, Math.log2(x), Math.LOG2E / x);
    case "log10":
      return map(a, Math.log10(x), Math.LOG10E / x);
    case "sqrt":
      return map(a, Math.sqrt(x), 0.5 / Math.sqrt(x));
    case "sin":
      return map(a, Math.sin(x), Math.cos(x));
    case "cos":
      return map(a, Math.cos(x), -Math.sin(x));
    case "tan":
      return map(a, Math.tan(x), 1 / Math.cos(x) ** 2);
    case "sinh":
      return map(a, Math.sinh(x), Math.cosh(x));
    case "cosh":
      return map(a, Math.cosh(x), Math.sinh(x));
    case "tanh":
      return map(a, Math.tanh(x), 1 / Math.cosh(x) ** 2);
    case "sigmoid":
      return map(a, sigmoidOf(x), sigmoidOf(x) * sigmoidOf(-x));
    case "softplus":
      return map(a, Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), sigmoidOf(x));
    case "erf":
      return map(a, erf(x), (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x));
    case "erfc":
      return map(a, 1 - erf(x), (-2 / Math.sqrt(Math.PI)) * Math.exp(-x * x));
    case "atan":
      return map(a, Math.atan(x), 1 / (1 + x * x));
    case "asinh":
      return map(a, Math.asinh(x), 1 / Math.sqrt(1 + x * x));
    case "acosh":
      return map(a, Math.acosh(x), 1 / Math.sqrt(x * x - 1));
    case "atanh":
      return map(a, Math.atanh(x), 1 / (1 - x * x));
    default:
      return op satisfies never;
  }
}
