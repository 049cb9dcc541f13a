import type { Activation } from "./activation.js";
import { catalog } from "./catalog/catalog.js";

/** The catalog's activation of that name, if there is one. */
export function findActivation(name: string, among: readonly Activation[] = catalog): Activation | undefined {
  return among.find((activation) => activation.name === name);
}
