import type { Activation, CodeActivation, Expr, FormulaActivation } from "@actbench/core/internal";
import type { LoadedActivation } from "./plugin-definition.js";

type Tree = { readonly tree: Expr } | { readonly error: string };

/** An activation as it goes from a plugin's thread to another: without functions. */
export type CarriedActivation =
  | Omit<CodeActivation, "code">
  | (Omit<FormulaActivation, "treeOf"> & {
      /** Trees by number of inputs, where a parameter decides that. */
      readonly trees: ReadonlyMap<number, Tree>;
    });

const MAX_INPUTS = 16;

/**
 * Takes from an activation what stays in its thread; a tree for each number of inputs that it may be asked
 * for is built before.
 */
export function carryActivation(activation: LoadedActivation): CarriedActivation {
  if ("code" in activation) {
    const { functions: _, code: __, ...carried } = activation;
    return carried;
  }
  const { treeOf, ...carried } = activation;
  const count = activation.params.find(({ role }) => role === "inputs");
  const { min = 1, max = MAX_INPUTS } = count ?? { max: 0 };
  const trees = new Map<number, Tree>();
  for (let inputs = Math.max(1, Math.ceil(min)); inputs <= Math.min(max, MAX_INPUTS); inputs++)
    trees.set(inputs, treeFor(inputs, treeOf));
  return { ...carried, trees };
}

function treeFor(inputs: number, treeOf: FormulaActivation["treeOf"]): Tree {
  try {
    return { tree: treeOf(inputs) };
  } catch (error) {
    return { error: String(error) };
  }
}

/** The activation on the other side; `hash` is the plugin's, asked for what is code. */
export function restoreActivation(carried: CarriedActivation, hash: () => string): Activation {
  if (!("trees" in carried)) return { ...carried, code: hash() };
  const { trees, ...activation } = carried;
  return {
    ...activation,
    treeOf: (inputs) => {
      const found = inputs === activation.inputs ? activation : trees.get(inputs);
      if (found !== undefined && "tree" in found) return found.tree;
      throw new Error(found?.error ?? `${activation.name} has no formula of ${inputs} inputs`);
    },
  };
}
