import type { ExtendedCatalog } from "./load-plugins.js";
import { PluginError } from "./plugin-error.js";

/** Refuses activations that are code, since kernels are built from formulas. */
export function trainableOnly({ activations, functions }: ExtendedCatalog): ExtendedCatalog["activations"] {
  const [first] = functions;
  if (first === undefined) return activations;
  throw new PluginError(
    `the activation "${first.name}" is code (value and slope); only formulas are trained`,
    `give it a formula: "…"; actbench activations check audits code as well`,
  );
}
