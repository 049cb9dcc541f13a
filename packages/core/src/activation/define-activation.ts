import type { AtKink } from "../formula/at-kink.js";
import { checkTree } from "../formula/check-tree.js";
import type { Expr } from "../formula/expr.js";
import { formulaSymbol } from "../formula/formula-symbol.js";
import { inputNames } from "../formula/input-names.js";
import { formatFormula } from "../formula/language/format.js";
import { parseFormula } from "../formula/language/parse-formula.js";
import { stable } from "../formula/simplify/stable.js";
import { variablesOf } from "../formula/tree.js";
import type { ActivationParamDefinition, FormulaActivation } from "./activation.js";
import { definitionError } from "./activation-error.js";
import { brokenConstraint, checkConstraints } from "./broken-constraint.js";
import { checkName, defineParam, type ParamInput } from "./define-param.js";

export interface ActivationInput<P extends string = never> {
  readonly name: string;
  readonly params?: Readonly<Record<P, ParamInput>>;
  /**
   * The formula: text over `x` (or `x1`, `x2`, …) and the parameters' names, or a function that builds the
   * tree from `x`, the parameters and, for gated units, all inputs.
   */
  readonly formula: string | ((x: Expr, params: Readonly<Record<P, Expr>>, inputs: readonly Expr[]) => Expr);
  /** Pre-activations per unit; 1 unless given. */
  readonly inputs?: number;
  readonly at_kink?: AtKink;
  /** Conditions that values of the parameters must meet, such as `low < high`. */
  readonly constraints?: readonly string[];
  readonly family?: string;
  readonly summary?: string;
  readonly cite?: string;
}

const MAX_INPUTS = 16;

/**
 * An activation from its formula; derivative, kernels, plots and gain follow from it. Throws
 * `ActivationError` or `FormulaError` for names, ranges or formulas that cannot be used.
 */
export function defineActivation<const P extends string = never>(
  input: ActivationInput<P>,
): FormulaActivation {
  const head = definedHead(input);
  return { ...head, ...readFormulas(input, head) };
}

/**
 * The same, with the formula read when its tree is first asked for: for an entry of a list of which most
 * commands need few. What is wrong with the formula is thrown then, so the list's tests must ask for it.
 */
export function defineOnDemand<const P extends string = never>(input: ActivationInput<P>): FormulaActivation {
  const head = definedHead(input);
  let formulas: Formulas | undefined;
  const read = (): Formulas => {
    formulas ??= readFormulas(input, head);
    return formulas;
  };
  return {
    ...head,
    get formula() {
      return typeof input.formula === "string" ? input.formula.trim() : read().formula;
    },
    get tree() {
      return read().tree;
    },
    treeOf: (inputs) => read().treeOf(inputs),
  };
}

type Formulas = Pick<FormulaActivation, "formula" | "tree" | "treeOf">;
type Head = Omit<FormulaActivation, keyof Formulas>;

function definedHead<P extends string>(input: ActivationInput<P>): Head {
  const { name } = input;
  checkName(name);
  const params = Object.entries<ParamInput>(input.params ?? {}).map(([key, param]) =>
    defineParam(name, key, param),
  );
  const count = params.find(({ role }) => role === "inputs");
  const inputs = count?.default ?? input.inputs ?? 1;
  if (!Number.isInteger(inputs) || inputs < 1 || inputs > MAX_INPUTS) {
    throw definitionError(name, `inputs is ${inputs}; a whole number from 1 to ${MAX_INPUTS} is expected`);
  }
  const constraints = checkConstraints(name, input.constraints ?? [], params);
  return {
    name,
    family: input.family ?? "custom",
    summary: input.summary ?? "",
    cite: input.cite ?? "",
    params,
    ...(constraints.length === 0 ? {} : { constraints }),
    inputs,
    at_kink: input.at_kink ?? "torch",
  };
}

function readFormulas<P extends string>(
  input: ActivationInput<P>,
  { name, params, inputs, constraints = [] }: Head,
): Formulas {
  const source = (k: number): Expr => readFormula(input, params, k);
  const written = source(inputs);
  checkUse(input, written, params);
  const tree = stable(written);
  const broken = brokenConstraint({ params, constraints, tree });
  if (broken !== undefined) throw definitionError(name, `with its defaults it ${broken}`);
  return {
    formula: typeof input.formula === "string" ? input.formula.trim() : formatFormula(written),
    tree,
    treeOf: (k) => (k === inputs ? tree : stable(source(k))),
  };
}

/** The formula's tree as it is written, for a number of inputs. */
export function readFormula<P extends string>(
  { formula, name }: ActivationInput<P>,
  params: readonly ActivationParamDefinition[],
  inputs: number,
): Expr {
  const names = params.filter(({ role }) => role === "value").map((param) => param.name);
  if (typeof formula === "string") return parseFormula(formula, { params: names, inputs });
  if (typeof formula !== "function")
    throw definitionError(name, 'formula is missing; a text such as "max(x, 0)" is expected');
  const variables = inputNames(inputs);
  const symbols = variables.map(formulaSymbol);
  const byName = Object.fromEntries(names.map((key) => [key, formulaSymbol(`$${key}`)])) as Record<P, Expr>;
  const tree: unknown = formula(symbols[0] ?? "x", byName, symbols);
  return checkTree(tree, new Set([...variables, ...names.map((key) => `$${key}`), "noise"]));
}

function checkUse<P extends string>(
  { name, formula }: ActivationInput<P>,
  tree: Expr,
  params: readonly ActivationParamDefinition[],
): void {
  const used = variablesOf(tree);
  const unused = params.find((param) => param.role === "value" && !used.has(`$${param.name}`));
  // `a && x` is x, and `a ? f : g` is f, when a and x are symbols.
  const lost =
    typeof formula === "function"
      ? "; JavaScript's && || ?: and === see a symbol and keep one side: use and, or, where, eq"
      : "";
  if (unused)
    throw definitionError(
      name,
      `the formula does not use its parameter ${unused.name}; remove it or use it${lost}`,
    );
  if (![...used].some((variable) => variable.startsWith("x")))
    throw definitionError(name, `the formula does not depend on x${lost}`);
}
