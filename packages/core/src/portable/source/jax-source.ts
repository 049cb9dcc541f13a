import type { FormulaActivation } from "../../internal.js";
import { aboutLines } from "./about-lines.js";
import { pythonArguments } from "./python-arguments.js";
import { jax } from "./python-dialect.js";
import { pythonBody } from "./python-expression.js";
import { docstring } from "./python-text.js";
import { safeName } from "./safe-name.js";
import { sourceForm } from "./source-form.js";

/** What the code of `jaxSource` imports. */
export const JAX_IMPORTS = `import jax
import jax.numpy as jnp`;

/** An activation for JAX: a pure function of inputs and parameters, for `jit`, `grad` and `vmap`. */
export function jaxSource(activation: FormulaActivation): string {
  const form = sourceForm(activation);
  const about = [
    ...aboutLines(activation),
    ...(form.readsNoise
      ? ["", "noise: uniform draws from [0, 1) in training, their mean in evaluation."]
      : []),
  ];
  const lines = [
    `def ${safeName(activation.name, "python")}(${pythonArguments(form)}):`,
    ...docstring(about, "    "),
    ...pythonBody([form.value], jax).map((line) => `    ${line}`),
  ];
  return `${lines.join("\n")}\n`;
}
