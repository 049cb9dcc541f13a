import type { Activation, FormulaActivation } from "./activation.js";
import { catalog } from "./catalog/catalog.js";

/** The catalog's activation of that name, or that of another list, if there is one. */
export function findActivation(name: string): FormulaActivation | undefined;
export function findActivation<A extends Activation>(name: string, among: readonly A[]): A | undefined;
export function findActivation(name: string, among: readonly Activation[] = catalog): Activation | undefined {
  return among.find((activation) => activation.name === name);
}
