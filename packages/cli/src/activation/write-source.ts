import { resolve } from "node:path";
import { citeOf } from "@actbench/core/atlas";
import { type Activation, activationSpec, type FormulaActivation } from "@actbench/core/internal";
import { activationGraph, activationSource, onnxBytes, type SourceTarget } from "@actbench/core/portable";
import { replaceFile } from "../runs/replace-file.js";
import { shownPath } from "../terminal/shown-path.js";
import type { Terminal } from "../terminal/terminal.js";
import { UsageError } from "../usage-error.js";
import { VERSION } from "../version.js";

export interface SourceRequest {
  readonly activations: readonly Activation[];
  readonly target: SourceTarget | "onnx";
  /** The file to write; stdout where absent. */
  readonly output: string | undefined;
  readonly cwd: string;
}

/** Prints or writes activations as code of another tool. Throws a `UsageError` where one has no formula. */
export function writeSource(
  { activations, target, output, cwd }: SourceRequest,
  terminal: Pick<Terminal, "note" | "print">,
): void {
  const formulas = activations.filter((one): one is FormulaActivation => !("code" in one));
  const code = activations.filter((one) => "code" in one).map(({ name }) => name);
  if (formulas.length === 0)
    throw new UsageError(
      `${code.join(", ")} is code of a plugin: only formulas can be written for other tools`,
      "define it as a formula: actbench activations new NAME",
    );
  if (code.length > 0) terminal.note(`left out because they are code of a plugin: ${code.join(", ")}`);
  const content = target === "onnx" ? onnxOf(formulas, output) : activationSource(formulas, target, VERSION);
  if (output === undefined) terminal.print(String(content).trimEnd());
  else {
    const path = resolve(cwd, output);
    replaceFile(path, content);
    terminal.print(shownPath(path, cwd));
  }
}

function onnxOf([activation, ...more]: readonly FormulaActivation[], output: string | undefined) {
  if (activation === undefined || more.length > 0)
    throw new UsageError(
      `an ONNX file holds one graph, and ${more.length + 1} activations were requested`,
      "name one: actbench activations show NAME --as onnx -o FILE.onnx",
    );
  if (output === undefined)
    throw new UsageError(
      "an ONNX graph is not text",
      `write a file: actbench activations show ${activation.name} --as onnx -o ${activation.name}.onnx`,
    );
  const { name, summary, formula } = activation;
  const description = `${name}: ${summary}. f(x) = ${formula}`;
  return onnxBytes(activationGraph(activationSpec(activation)), {
    version: VERSION,
    description,
    metadata: { name, formula, cite: citeOf(activation) },
  });
}
