import { type FormulaLines, formulaLines, type NumberFunction } from "./formula-lines.js";

/** Other libraries' names of the two functions. */
const VALUE = [
  "forward",
  "activate",
  "activation",
  "fn",
  "f",
  "func",
  "function",
  "call",
  "apply",
  "compute",
  "evaluate",
];
const SLOPE = ["backward", "derivative", "derivate", "deriv", "gradient", "grad", "df", "prime", "measure"];

const NUMBERS = "value: (x) => …, slope: (x) => …";

/** What to write for a key that another library uses for the value or the slope. */
export function keyHint(key: string): string | undefined {
  const plain = key.toLowerCase();
  if (VALUE.includes(plain))
    return `here it is value: (x, params) => f(x), beside slope: (x, params) => f′(x); or give formula: "…" alone, from which the derivative follows`;
  return SLOPE.includes(plain)
    ? `here it is slope: (x, params) => f′(x), of x and not of f(x), beside value; or give formula: "…" alone, from which it is derived`
    : undefined;
}

/** What to write instead of a formula that computes with its symbols. */
export function symbolHint(
  name: string,
  f: NumberFunction,
  params: Readonly<Record<string, number>>,
): string {
  const lines = formulaLines(f, params);
  if (lines === undefined)
    return `build it with the builders, where(gt(x, 0), x, 0), or write it as text, formula: "x > 0 ? x : 0"; a function of numbers is given as ${NUMBERS}`;
  const given = Object.keys(params).length === 0 ? "x" : `x, { ${Object.keys(params).join(", ")} }`;
  return `write it as text, formula: ${JSON.stringify(lines.text)}; or build it, ${builtDefinition(name, lines, given)}; a function of numbers is given as ${NUMBERS}`;
}

/** What to write instead of a default export that is neither a definition nor gives one. */
export function exportHint(exported: unknown): string {
  const lines = typeof exported === "function" ? formulaLines(exported as NumberFunction, {}) : undefined;
  const formula = lines?.text ?? "max(x, 0)";
  const named = typeof exported === "function" && /^[a-z]\w*$/.test(exported.name) ? exported.name : "";
  const name = named === "" || named === "default" ? "my_act" : named;
  return `write export default { name: ${JSON.stringify(name)}, formula: ${JSON.stringify(formula)} }, or with numbers { name: ${JSON.stringify(name)}, ${NUMBERS} }; a function as default export gets the builders and gives such a definition`;
}

function builtDefinition(name: string, { built, builders }: FormulaLines, given: string): string {
  return `export default ({ ${builders.join(", ")} }) => ({ name: ${JSON.stringify(name)}, formula: (${given}) => ${built} })`;
}
