import type { FormulaActivation } from "../../internal.js";
import { JAX_IMPORTS, jaxSource } from "./jax-source.js";
import { latexSource } from "./latex-source.js";
import { numpyPreamble, numpySource } from "./numpy-source.js";
import { docstring } from "./python-text.js";
import type { SourceTarget } from "./source-target.js";
import { TFJS_IMPORTS, tfjsSource } from "./tfjs-source.js";
import { TORCH_IMPORTS, torchSource } from "./torch-source.js";

/** Activations as one file of code that needs nothing but the tool it is for; `version`: of actbench. */
export function activationSource(
  activations: readonly FormulaActivation[],
  target: SourceTarget,
  version: string,
): string {
  const made = (tool: string): string =>
    `${activations.length === 1 ? "An activation function" : `${activations.length} activation functions`} for ${tool}, written by actbench ${version}.`;
  const python = (tool: string, imports: string, parts: readonly string[]): string =>
    [`${docstring([made(tool)], "").join("")}\n\n${imports}\n`, ...parts].join("\n\n");
  switch (target) {
    case "torch":
      return python("PyTorch", TORCH_IMPORTS, activations.map(torchSource));
    case "jax":
      return python("JAX", JAX_IMPORTS, activations.map(jaxSource));
    case "numpy": {
      const parts = activations.map(numpySource);
      return python("NumPy", numpyPreamble(parts.join("\n")), parts);
    }
    case "tfjs":
      return [`// ${made("TensorFlow.js")}\n${TFJS_IMPORTS}`, ...activations.map(tfjsSource)].join("\n\n");
    case "latex":
      return [`% ${made("LaTeX")} Needs \\usepackage{amsmath}.`, ...activations.map(latexSource)].join(
        "\n\n",
      );
    default:
      return target satisfies never;
  }
}
