import { pythonNumber } from "./python-expression.js";
import { safeName } from "./safe-name.js";
import type { SourceForm } from "./source-form.js";

/** The arguments of an activation's function: inputs, parameters at their defaults, noise at its mean. */
export function pythonArguments({ inputs, params, readsNoise }: SourceForm): string {
  const named = params.map((param) => `${safeName(param.name, "python")}=${pythonNumber(param.default)}`);
  return [...inputs, ...named, ...(readsNoise ? ["noise=0.5"] : [])].join(", ");
}
