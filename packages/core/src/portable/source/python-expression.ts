import {
  type BinaryOp,
  type Expr,
  isOperation,
  type Operation,
  operands,
  sizeOf,
  variablesOf,
} from "../../internal.js";
import type { PythonDialect } from "./python-dialect.js";
import { safeName } from "./safe-name.js";
import { POWER, type Written } from "./written.js";

const INFIX: Partial<Readonly<Record<BinaryOp, readonly [symbol: string, power: number]>>> = {
  add: ["+", POWER.sum],
  sub: ["-", POWER.sum],
  mul: ["*", POWER.product],
  div: ["/", POWER.product],
  lt: ["<", POWER.comparison],
  le: ["<=", POWER.comparison],
  gt: [">", POWER.comparison],
  ge: [">=", POWER.comparison],
  eq: ["==", POWER.comparison],
  ne: ["!=", POWER.comparison],
};

/** Python's operator: text, which no arithmetic of this package uses. */
const TO_THE_POWER = "*".repeat(2);
/** Trees of more numbers, names and operators than this get a variable where they are read twice. */
const SMALL = 3;

/**
 * Lines of a function over arrays that end in returning the values of some trees, in PyTorch, NumPy or JAX.
 */
export function pythonBody(trees: readonly Expr[], dialect: PythonDialect): readonly string[] {
  const writer = new Writer(dialect, repeatedTrees(trees));
  const values = trees.map((tree) => writer.number(tree).text);
  return [...writer.lines, `return ${values.join(", ")}`];
}

/** The larger trees that occur at several places, as JSON. */
function repeatedTrees(trees: readonly Expr[]): ReadonlySet<string> {
  const [seen, repeated] = [new Set<string>(), new Set<string>()];
  const visit = (tree: Expr): void => {
    if (!isOperation(tree)) return;
    const key = JSON.stringify(tree);
    if (seen.has(key)) {
      repeated.add(key);
      return;
    }
    seen.add(key);
    for (const part of operands(tree)) visit(part);
  };
  for (const tree of trees) visit(tree);
  return repeated;
}

class Writer {
  /** Variables that are read later. */
  readonly lines: string[] = [];
  private readonly variables = new Map<string, Written>();

  constructor(
    private readonly dialect: PythonDialect,
    private readonly repeated: ReadonlySet<string>,
  ) {}

  number(tree: Expr): Written {
    const written = this.write(tree);
    if (written.is === "number") return written;
    return atom(this.dialect.numbers(written.text, inputOf(tree)));
  }

  private write(tree: Expr): Written {
    if (typeof tree === "number")
      return { ...atom(pythonNumber(tree)), ...(tree < 0 ? { power: POWER.prefix } : {}) };
    if (typeof tree === "string") return atom(safeVariable(tree));
    const key = JSON.stringify(tree);
    const before = this.variables.get(key);
    if (before !== undefined) return before;
    const written = this.operation(tree);
    if (!this.repeated.has(key) || sizeOf(tree) <= SMALL) return written;
    const variable = { ...atom(`part_${this.lines.length + 1}`), is: written.is };
    this.lines.push(`${variable.text} = ${written.text}`);
    this.variables.set(key, variable);
    return variable;
  }

  private operation(tree: Operation): Written {
    const { dialect } = this;
    switch (tree[0]) {
      case "where": {
        const [, condition, then, otherwise] = tree;
        const sides = [this.number(then).text, this.number(otherwise).text] as const;
        return atom(dialect.where(this.truth(condition).text, ...sides, !readsInput(condition)));
      }
      case "clamp":
        return atom(dialect.clamp(this.operand(tree[1]), this.operand(tree[2]), this.operand(tree[3])));
      case "neg":
        return { text: `-${this.bracket(tree[1], POWER.prefix)}`, power: POWER.prefix, is: "number" };
      case "not":
        return { text: `~${parenthesized(this.truth(tree[1]))}`, power: POWER.prefix, is: "truth" };
      case "and":
      case "or": {
        const [symbol, power] = tree[0] === "and" ? ["&", POWER.and] : ["|", POWER.or];
        const [a, b] = [parenthesized(this.truth(tree[1])), parenthesized(this.truth(tree[2]))];
        return { text: `${a} ${symbol} ${b}`, power: Number(power), is: "truth" };
      }
      case "min":
      case "max":
        return this.extreme(tree[0], tree[1], tree[2]);
      case "pow": {
        const power = exponent(tree[2]) ?? this.bracket(tree[2], POWER.prefix);
        return {
          text: [this.bracket(tree[1], POWER.atom), TO_THE_POWER, power].join(" "),
          power: POWER.power,
          is: "number",
        };
      }
      default:
        return tree.length === 2 ? this.call(tree) : this.infix(tree[0], tree[1], tree[2]);
    }
  }

  private call(tree: Extract<Operation, { length: 2 }>): Written {
    const { functions, further, sign } = this.dialect;
    const [op, a] = tree;
    if (op === "sign" && sign !== undefined) return atom(sign(this.number(a).text));
    if (op === "neg" || op === "not") return this.write(tree);
    const more = further[op];
    return atom(`${functions[op]}(${this.number(a).text}${more === undefined ? "" : `, ${more}`})`);
  }

  private infix(op: BinaryOp, a: Expr, b: Expr): Written {
    const [symbol = op, power = POWER.atom] = INFIX[op] ?? [];
    const isComparison = power === POWER.comparison;
    const left = this.bracket(a, isComparison ? power + 1 : power);
    const text = `${left} ${symbol} ${this.bracket(b, power + 1)}`;
    return { text, power, is: isComparison ? "truth" : "number" };
  }

  private extreme(op: "min" | "max", a: Expr, b: Expr): Written {
    const { dialect } = this;
    const [, inner, low] = op === "min" && typeof a !== "number" && a[0] === "max" ? a : [];
    if (dialect.held && inner !== undefined && typeof low === "number" && typeof b === "number")
      return atom(dialect.held(this.number(inner).text, pythonNumber(low), pythonNumber(b)));
    if (!readsInput(b)) return atom(dialect.bounded(op, this.operand(a), this.operand(b)));
    if (!readsInput(a)) return atom(dialect.bounded(op, this.operand(b), this.operand(a)));
    return atom(dialect.extreme(op, this.number(a).text, this.number(b).text));
  }

  /** Beside a comparison. */
  private operand(tree: Expr): string {
    return this.bracket(tree, POWER.sum);
  }

  private truth(tree: Expr): Written {
    const written = this.write(tree);
    if (written.is === "truth") return written;
    return { text: `${this.bracket(tree, POWER.sum)} != 0`, power: POWER.comparison, is: "truth" };
  }

  private bracket(tree: Expr, power: number): string {
    const written = this.number(tree);
    return written.power < power ? `(${written.text})` : written.text;
  }
}

const atom = (text: string): Written => ({ text, power: POWER.atom, is: "number" });
const parenthesized = ({ text, power }: Written): string => (power < POWER.atom ? `(${text})` : text);

/** x² and x³ keep whole exponents. */
const exponent = (tree: Expr): string | undefined =>
  typeof tree === "number" && Number.isInteger(tree) && tree >= 0 ? String(tree) : undefined;

/** Whether a tree reads a pre-activation or noise: an array. */
export function readsInput(tree: Expr): boolean {
  return [...variablesOf(tree)].some((name) => !name.startsWith("$"));
}

const inputOf = (tree: Expr): string =>
  [...variablesOf(tree)].find((name) => !name.startsWith("$") && name !== "noise") ?? "x";

const safeVariable = (name: string): string =>
  name.startsWith("$") ? safeName(name.slice(1), "python") : name;

/** A number as Python reads it back, a float also where it is whole. */
export function pythonNumber(value: number): string {
  const text = Object.is(value, -0) ? "-0" : String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
