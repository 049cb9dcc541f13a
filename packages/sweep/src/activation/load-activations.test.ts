import {
  activationSpec,
  evaluate,
  exactFormulas,
  findActivation,
  loweredFormulas,
} from "@actbench/core/internal";
import { expect, test } from "vitest";
import { ConfigError } from "../config/config-error.js";
import { formatProblem } from "../config/config-problem.js";
import { pluginNames } from "../study/plugin-names.js";
import { loadActivations } from "./load-activations.js";

function problemsOf(text: string): readonly string[] {
  try {
    loadActivations({ text, file: "p.yaml" });
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(formatProblem);
    throw error;
  }
  return [];
}

test("a plugin file holds what a sweep file holds under activations", () => {
  const [gate, swish] = loadActivations({
    file: "p.yaml",
    text: `activations:
  gate: { formula: x1 * sigmoid(x2), inputs: 2, summary: a gate, cite: me }
  my_swish: { formula: x * sigmoid(b * x), params: { b: { default: 1, trainable: true, per: unit } } }
`,
  });
  expect(gate).toMatchObject({ name: "gate", inputs: 2, summary: "a gate", cite: "me" });
  expect(gate?.tree).toEqual(findActivation("glu")?.tree);
  expect(swish?.params).toEqual([{ name: "b", default: 1, trainable: true, per: "unit", role: "value" }]);
  if (swish) expect(exactFormulas(activationSpec(swish)).trained).toHaveLength(1);
});

test.each([
  ["left", 0],
  ["right", 1],
  ["mean", 0.5],
  ["torch", 0],
] as const)("at_kink: %s decides the slope that kernels and pages take at a kink", (at_kink, wanted) => {
  const [mine] = loadActivations({
    file: "p.yaml",
    text: `activations: { mine: { formula: "max(x, 0)", at_kink: ${at_kink} } }`,
  });
  if (mine === undefined) throw new Error("no activation");
  const spec = activationSpec(mine);
  expect(spec.at_kink).toBe(at_kink);
  for (const { slopes } of [exactFormulas(spec), loweredFormulas(spec)])
    expect(evaluate(slopes[0] ?? Number.NaN, { x: 0 })).toBe(wanted);
});

test("every mistake of a plugin file is reported with its place", () => {
  expect(problemsOf("activation: {}")).toEqual([
    "p.yaml:1:1: activation: unknown key (a plugin file contains only activations:)",
  ]);
  expect(problemsOf("activations: {}")).toEqual([
    'p.yaml:1:1: the file contains no activation (write activations: { name: { formula: "max(x, 0)" } })',
  ]);
  expect(
    problemsOf(`activations:
  a: { formula: "tanhh(x)" }
  b: { formula: "x", trainabel: true }
  c: { formula: "x + (" }
`),
  ).toEqual([
    expect.stringMatching(
      /^p\.yaml:2:17: activations\.a\.formula: unknown function "tanhh" at character 1 \(did you mean "tanh"\?\)$/,
    ),
    expect.stringMatching(/^p\.yaml:3:22: activations\.b\.trainabel: unknown key/),
    expect.stringMatching(/^p\.yaml:4:17: activations\.c\.formula: .*at character 6/),
  ]);
});

test("the plugins of a sweep file are named with their places", () => {
  const text = "name: s\nplugins:\n  - ./a.yaml\n  - actbench-plugin-b\n";
  expect(pluginNames({ text, file: "s.yaml" })).toEqual([
    { name: "./a.yaml", place: "s.yaml:3:5" },
    { name: "actbench-plugin-b", place: "s.yaml:4:5" },
  ]);
  for (const wrong of ["plugins: 3", "plugins: [1]", "a: [", ""])
    expect(pluginNames({ text: wrong, file: "s.yaml" })).toEqual([]);
});
