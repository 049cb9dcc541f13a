import type { BinaryOp, Expr, UnaryOp } from "../expr.js";
import { isOperation, type Operation, operands } from "../tree.js";

const GREEK: ReadonlySet<string> = new Set(
  "alpha beta gamma delta epsilon zeta eta theta kappa lambda mu nu xi rho sigma tau phi chi psi omega".split(
    " ",
  ),
);
const FUNCTIONS: Readonly<Partial<Record<UnaryOp, string>>> = {
  log: "\\ln",
  log2: "\\log_2",
  log10: "\\log_{10}",
  sin: "\\sin",
  cos: "\\cos",
  tan: "\\tan",
  sinh: "\\sinh",
  cosh: "\\cosh",
  tanh: "\\tanh",
  atan: "\\arctan",
  asinh: "\\operatorname{arsinh}",
  acosh: "\\operatorname{arcosh}",
  atanh: "\\operatorname{artanh}",
  erf: "\\operatorname{erf}",
  sigmoid: "\\sigma",
  softplus: "\\operatorname{softplus}",
  sign: "\\operatorname{sgn}",
};
const RELATIONS: Readonly<Partial<Record<BinaryOp, string>>> = {
  lt: "<",
  le: "\\le",
  gt: ">",
  ge: "\\ge",
  eq: "=",
  ne: "\\ne",
  and: "\\land",
  or: "\\lor",
};

const CASES = 0;
const RELATION = 1;
const SUM = 2;
const PRODUCT = 3;
const PREFIX = 4;
const POWER = 5;
const ATOM = 6;

/** A tree as LaTeX for display mathematics: fractions, cases, Greek names; numbers to six digits. */
export function formatLatex(tree: Expr): string {
  return write(tree).text;
}

interface Written {
  readonly text: string;
  readonly power: number;
}

function write(tree: Expr): Written {
  if (typeof tree === "number") return { text: number(tree), power: tree < 0 ? PREFIX : ATOM };
  if (typeof tree === "string") return { text: variable(tree), power: ATOM };
  return operation(tree);
}

function operation(tree: Operation): Written {
  const [op, a] = tree;
  switch (op) {
    case "where":
      return cases(tree);
    case "add":
    case "sub":
      return {
        text: `${bracket(a, SUM)} ${op === "add" ? "+" : "-"} ${bracket(tree[2], op === "add" ? SUM : PRODUCT)}`,
        power: SUM,
      };
    case "mul":
      return product(tree);
    case "div":
      return { text: `\\frac{${formatLatex(a)}}{${formatLatex(tree[2])}}`, power: PRODUCT };
    case "pow":
      return { text: `${bracket(a, ATOM)}^{${formatLatex(tree[2])}}`, power: POWER };
    case "neg":
      return { text: `-${bracket(a, PRODUCT)}`, power: SUM };
    case "not":
      return { text: `\\lnot ${bracket(a, ATOM)}`, power: RELATION };
    case "min":
    case "max":
      return { text: `\\${op}(${[a, tree[2]].map(formatLatex).join(", ")})`, power: ATOM };
    case "clamp":
      return {
        text: `\\operatorname{clamp}(${operands(tree).map(formatLatex).join(", ")})`,
        power: ATOM,
      };
    default:
  }
  if (tree.length === 2) return applied(op as UnaryOp, a);
  const relation = RELATIONS[op as BinaryOp] ?? op;
  return { text: `${bracket(a, SUM)} ${relation} ${bracket(tree[2], SUM)}`, power: RELATION };
}

function applied(op: UnaryOp, a: Expr): Written {
  const inner = formatLatex(a);
  switch (op) {
    case "exp":
      return { text: `e^{${inner}}`, power: POWER };
    case "expm1":
      return { text: `e^{${inner}} - 1`, power: SUM };
    case "log1p":
      return { text: `\\ln(1 + ${inner})`, power: ATOM };
    case "sqrt":
      return { text: `\\sqrt{${inner}}`, power: ATOM };
    case "abs":
      return { text: `\\lvert ${inner} \\rvert`, power: ATOM };
    case "floor":
      return { text: `\\lfloor ${inner} \\rfloor`, power: ATOM };
    case "ceil":
      return { text: `\\lceil ${inner} \\rceil`, power: ATOM };
    default:
      return { text: `${FUNCTIONS[op] ?? `\\operatorname{${op}}`}(${inner})`, power: ATOM };
  }
}

function product(tree: Operation): Written {
  const [, a, b = 1] = tree as readonly [string, Expr, Expr?];
  const right = bracket(b, PREFIX);
  // Two numbers side by side would read as one.
  const sign = /^[\d-]/.test(right) ? " \\cdot " : " ";
  return { text: `${bracket(a, PRODUCT)}${sign}${right}`, power: PRODUCT };
}

/** A chain of choices as one `cases`. */
function cases(tree: Operation): Written {
  const rows: string[] = [];
  let rest: Expr = tree;
  while (isOperation(rest) && rest[0] === "where") {
    rows.push(`${formatLatex(rest[2])} & \\text{if } ${formatLatex(rest[1])}`);
    rest = rest[3];
  }
  rows.push(`${formatLatex(rest)} & \\text{otherwise}`);
  return { text: `\\begin{cases} ${rows.join(" \\\\ ")} \\end{cases}`, power: CASES };
}

function bracket(tree: Expr, power: number): string {
  const { text, power: own } = write(tree);
  return own < power ? `\\left(${text}\\right)` : text;
}

function variable(name: string): string {
  const indexed = /^x(\d+)$/.exec(name);
  if (indexed) return `x_{${indexed[1]}}`;
  const bare = name.replace("$", "");
  if (bare.length === 1) return bare;
  if (GREEK.has(bare)) return `\\${bare}`;
  return `\\mathit{${bare.replaceAll("_", "\\_")}}`;
}

function number(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return String(value);
  const short = String(Number(value.toPrecision(6)));
  const [mantissa = short, exponent] = short.split("e");
  return exponent === undefined ? short : `${mantissa} \\cdot 10^{${Number(exponent)}}`;
}
