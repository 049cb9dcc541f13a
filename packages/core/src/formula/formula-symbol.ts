import type { Expr } from "./expr.js";
import { FormulaError } from "./language/formula-error.js";

/**
 * x or a parameter while a formula that is a function builds its tree. It stands for every number, so
 * JavaScript's operators and `Math`, which would compare or compute with whatever they are given, get a
 * `FormulaError` instead. `===`, `&&`, `!` and `?` ask nothing of an object and cannot be refused:
 * `checkBranches` finds those.
 */
export class FormulaSymbol {
  constructor(readonly name: string) {}

  [Symbol.toPrimitive](): never {
    return refuse(this.name.replace("$", ""));
  }

  toString(): never {
    return refuse(this.name.replace("$", ""));
  }

  valueOf(): never {
    return refuse(this.name.replace("$", ""));
  }

  toJSON(): string {
    return this.name;
  }
}

/** The boundary where a symbol is given as the variable that it stands for. */
export function formulaSymbol(name: string): Expr {
  return new FormulaSymbol(name) as unknown as Expr;
}

const NODE = { value: () => refuse("the result of a builder") };

/** A node that refuses like a symbol; an array like any other in all else. */
export function opaqueNode<T extends object>(node: T): T {
  return Object.defineProperty(node, Symbol.toPrimitive, NODE);
}

function refuse(what: string): never {
  throw new FormulaError({
    code: "not_a_number",
    reason: `JavaScript's operators (<, ==, +, *, …) and Math cannot read ${what}: while a formula is built, it is a symbol, not a number`,
  });
}
