import { type Expr, type FormulaActivation, isOperation, operands, variablesOf } from "../../internal.js";
import { aboutLines } from "./about-lines.js";
import { pythonArguments } from "./python-arguments.js";
import { torch } from "./python-dialect.js";
import { pythonBody, pythonNumber, readsInput } from "./python-expression.js";
import { docstring } from "./python-text.js";
import { safeName } from "./safe-name.js";
import { type SourceForm, sourceForm } from "./source-form.js";

/** What the code of `torchSource` imports. */
export const TORCH_IMPORTS = `import torch
import torch.nn.functional as F
from torch import nn`;

/**
 * An activation for PyTorch: a function, and a module that holds its parameters, trained ones as
 * `nn.Parameter`.
 */
export function torchSource(activation: FormulaActivation): string {
  const form = sourceForm(activation);
  const name = safeName(activation.name, "python");
  const about = aboutLines(activation);
  const lines = [
    `def ${name}(${pythonArguments(form)}):`,
    ...docstring(about, "    "),
    ...tensorLines(form),
    ...pythonBody([form.value], torch).map((line) => `    ${line}`),
    "",
    "",
    ...moduleLines(activation, form, about),
  ];
  return `${lines.join("\n")}\n`;
}

/**
 * PyTorch's functions take no plain numbers: parameters that one is called with alone become tensors first.
 */
function tensorLines({ value, params, inputs }: SourceForm): readonly string[] {
  if (!callsWithoutInput(value)) return [];
  const [first = "x"] = inputs;
  return params.map((param) => {
    const name = safeName(param.name, "python");
    return `    ${name} = torch.as_tensor(${name}, dtype=${first}.dtype, device=${first}.device)`;
  });
}

/** Whether some function, comparison or extreme reads parameters only. */
function callsWithoutInput(tree: Expr): boolean {
  if (!isOperation(tree)) return false;
  const isPlain = ["add", "sub", "mul", "div", "neg", "pow"].includes(tree[0]);
  return (
    (!isPlain && !readsInput(tree) && variablesOf(tree).size > 0) || operands(tree).some(callsWithoutInput)
  );
}

function moduleLines(
  { name, inputs }: FormulaActivation,
  form: SourceForm,
  about: readonly string[],
): readonly string[] {
  const trained = form.params.some(({ trainable }) => trainable);
  const own = form.params.map((param) => ({ ...param, name: safeName(param.name, "python") }));
  const args = own.map((param) => `${param.name}: float = ${pythonNumber(param.default)}`);
  const units = trained ? ["units: int = 1"] : [];
  const passed = [
    ...form.inputs,
    ...own.map((param) => `self.${param.name}`),
    ...(form.readsNoise ? ["noise"] : []),
  ];
  const more = [
    ...(trained ? ["", "units: 1 for one trained value a layer, its width for one a unit."] : []),
    ...(inputs > 1 ? ["", `The last dimension holds ${inputs} equal parts, one after the other.`] : []),
  ];
  return [
    `class ${className(name)}(nn.Module):`,
    ...docstring([...about, ...more], "    "),
    "",
    ...(own.length === 0
      ? []
      : [
          `    def __init__(self, ${[...args, ...units].join(", ")}):`,
          "        super().__init__()",
          ...own.map((param) =>
            param.trainable
              ? `        self.${param.name} = nn.Parameter(torch.full((units,), float(${param.name})))`
              : `        self.${param.name} = ${param.name}`,
          ),
          "",
        ]),
    "    def forward(self, x: torch.Tensor) -> torch.Tensor:",
    ...(inputs > 1 ? [`        ${form.inputs.join(", ")} = x.chunk(${inputs}, dim=-1)`] : []),
    ...(form.readsNoise
      ? [`        noise = torch.rand_like(${form.inputs[0]}) if self.training else 0.5`]
      : []),
    `        return ${safeName(name, "python")}(${passed.join(", ")})`,
  ];
}

/** `leaky_relu` as `LeakyRelu`; a name that is written so already gets a word behind it. */
function className(name: string): string {
  const joined = name
    .split("_")
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join("");
  return joined === name || joined === "" || /^\d/.test(joined)
    ? `${name}Module`
    : safeName(joined, "python");
}
