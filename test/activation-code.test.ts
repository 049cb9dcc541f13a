import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runHere } from "../packages/cli/test/run-here.js";
import { catalog } from "../packages/core/src/activation/catalog/catalog.js";
import { readOnnx } from "../packages/core/test/read-onnx.js";
import { temporaryFolder } from "./actbench.js";

it("activations, those of plugins too, are written as code of other tools", async () => {
  const cwd = temporaryFolder();
  writeFileSync(
    join(cwd, "own.mjs"),
    'export default [{ name: "bump", formula: "x * exp(-x^2)", cite: "here" }, ' +
      '{ name: "stepwise", value: (x) => x, slope: () => 1, kinks: [] }];\n',
  );
  const show = (...words: readonly string[]) => runHere(["activations", "show", ...words], cwd);

  const own = await show("bump", "--plugin", "./own.mjs", "--as", "numpy");
  expect([own.code, own.stderr]).toEqual([0, ""]);
  expect(own.stdout).toContain("def bump(x):\n");
  expect(own.stdout).toContain("    return x * np.exp(-x ** 2)\n");
  expect(own.stdout).toMatch(
    /def bump_slope\(x\):\n {4}"""The derivative of bump\."""\n {4}part_1 = np\.exp\(/,
  );

  const all = await show("--all", "--plugin", "./own.mjs", "--as", "torch", "-o", "code/activations.py");
  expect([all.code, all.stdout]).toEqual([0, "code/activations.py\n"]);
  expect(all.stderr).toContain("left out because they are code of a plugin: stepwise");
  const module = readFileSync(join(cwd, "code/activations.py"), "utf8");
  for (const { name } of catalog) expect(module).toContain(`\ndef ${name}(`);
  expect(module.match(/^class \w+\(nn\.Module\):$/gm)).toHaveLength(catalog.length + 1);
  expect(module).not.toContain("\n\n\n\n");

  await show("swish", "--as", "onnx", "-o", "swish.onnx");
  const graph = readOnnx(Uint8Array.from(readFileSync(join(cwd, "swish.onnx"))));
  expect(graph).toMatchObject({
    outputs: [["y", 1]],
    metadata: { name: "swish", formula: "x * sigmoid(beta * x)" },
  });

  const refusals: readonly (readonly [readonly string[], string])[] = [
    [["elu", "--as", "onnx"], "actbench activations show elu --as onnx -o elu.onnx"],
    [["--all", "--as", "onnx", "-o", "all.onnx"], "an ONNX file holds one graph"],
    [["--all"], "--all needs --as"],
    [["elu", "--as", "torch", "--json"], "--as and --json exclude each other"],
    [["elu", "-o", "elu.py"], "--output needs --as"],
    [[], "the activation's name is missing"],
    [["--as", "torch"], "the activation's name is missing"],
    [["stepwise", "--plugin", "./own.mjs", "--as", "torch"], "stepwise is code of a plugin"],
    [["elu", "--as", "keras"], "expected one of torch, jax, numpy, tfjs, latex, onnx"],
  ];
  for (const [words, message] of refusals) {
    const { code, stderr } = await show(...words);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  }
});
