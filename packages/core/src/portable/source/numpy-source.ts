import type { Expr, FormulaActivation } from "../../internal.js";
import { aboutLines } from "./about-lines.js";
import { pythonArguments } from "./python-arguments.js";
import { numpy } from "./python-dialect.js";
import { pythonBody, readsInput } from "./python-expression.js";
import { docstring } from "./python-text.js";
import { safeName } from "./safe-name.js";
import { sourceForm } from "./source-form.js";

/** Functions that NumPy lacks, by the name under which code calls them. */
const LACKING = {
  _sigmoid: `def _sigmoid(x):
    t = np.exp(-np.abs(x))
    return np.where(x < 0, t, 1.0) / (1.0 + t)
`,
  _erf: `def _erf(x):
    return np.vectorize(math.erf, otypes=[float])(x).astype(x.dtype)
`,
  _erfc: `def _erfc(x):
    return np.vectorize(math.erfc, otypes=[float])(x).astype(x.dtype)
`,
} as const;

/** An activation for NumPy: its value, and the derivative that is its slope, in each input. */
export function numpySource(activation: FormulaActivation): string {
  const form = sourceForm(activation);
  const name = safeName(activation.name, "python");
  const head = pythonArguments(form);
  const [first = "x"] = form.inputs;
  // A slope that reads no input is one number; the arrays' shape comes from an input, and with it NaN.
  const slopes = form.slopes.map(
    (slope): Expr => (readsInput(slope) ? slope : ["add", slope, ["mul", 0, first]]),
  );
  const lines = [
    `def ${name}(${head}):`,
    ...docstring(aboutLines(activation), "    "),
    ...pythonBody([form.value], numpy).map((line) => `    ${line}`),
    "",
    "",
    `def ${name}_slope(${head}):`,
    `    """The derivative of ${name}${form.inputs.length > 1 ? `, in ${form.inputs.join(", ")}` : ""}."""`,
    ...pythonBody(slopes, numpy).map((line) => `    ${line}`),
  ];
  return `${lines.join("\n")}\n`;
}

/** What code of `numpySource` imports, and the functions it calls that NumPy lacks. */
export function numpyPreamble(code: string): string {
  const lacking = Object.entries(LACKING).filter(([name]) => code.includes(`${name}(`));
  const imports = lacking.some(([, text]) => text.includes("math.")) ? "import math\n\n" : "";
  return [`${imports}import numpy as np\n`, ...lacking.map(([, text]) => text)].join("\n\n").trimEnd();
}
