import { describe, expect, it } from "vitest";
import { catalogSample } from "../../../test/catalog-sample.js";
import {
  activationSpec,
  catalog,
  defineActivation,
  evaluate,
  exactFormulas,
  type FormulaActivation,
} from "../../internal.js";
import { activationSource } from "./activation-source.js";
import { SOURCE_TARGETS } from "./source-target.js";

const found = (name: string): FormulaActivation => {
  const [activation] = catalog.filter((entry) => entry.name === name);
  if (activation === undefined) throw new Error(`no ${name}`);
  return activation;
};
const codeOf = (activation: FormulaActivation, target: (typeof SOURCE_TARGETS)[number]): string =>
  activationSource([activation], target, "0");
/** The code without docstrings and comments. */
const bare = (code: string): string =>
  code
    .replaceAll(/ *"""[\s\S]*?"""\n/g, "")
    .replaceAll(/^(\/\/|%).*\n/gm, "")
    .replaceAll(/\/\*\*[\s\S]*?\*\/\n/g, "")
    .trim();

describe("activationSource", () => {
  it("for PyTorch is a function and a module; a side that is not taken stays finite", () => {
    expect(bare(codeOf(found("elu"), "torch"))).toBe(`import torch
import torch.nn.functional as F
from torch import nn


def elu(x, alpha=1.0):
    return torch.where(x > 0.0, x, alpha * torch.expm1(torch.where(x > 0.0, 0.0, x)))


class Elu(nn.Module):

    def __init__(self, alpha: float = 1.0):
        super().__init__()
        self.alpha = alpha

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return elu(x, self.alpha)`);
  });

  it("learned parameters are nn.Parameter, per layer or per unit; gates and noise are the module's", () => {
    expect(codeOf(found("prelu"), "torch")).toContain(
      "self.alpha = nn.Parameter(torch.full((units,), float(alpha)))",
    );
    expect(codeOf(found("swiglu"), "torch")).toContain("x1, x2 = x.chunk(2, dim=-1)");
    expect(codeOf(found("rrelu"), "torch")).toContain("noise = torch.rand_like(x) if self.training else 0.5");
  });

  it("slopes at kinks are the catalog's: relu's and hardtanh's 0, clamp's 1, half for two that vary", () => {
    expect(codeOf(found("relu"), "torch")).toContain("return torch.relu(x)");
    expect(codeOf(found("relu6"), "torch")).toContain("return F.hardtanh(x, 0.0, 6.0)");
    expect(codeOf(found("maxout"), "torch")).toContain("return torch.maximum(x1, x2)");
    const own = defineActivation({ name: "own", formula: "clamp(x, -1, 1) + min(x, 3)" });
    expect(codeOf(own, "torch")).toContain(
      "torch.where(x >= 3.0, 3.0, x) + torch.where(x < -1.0, -1.0, torch.where(x > 1.0, 1.0, x))",
    );
  });

  it("for NumPy has the derivative too, and the functions that NumPy lacks", () => {
    expect(bare(codeOf(found("silu"), "numpy"))).toBe(`import numpy as np


def _sigmoid(x):
    t = np.exp(-np.abs(x))
    return np.where(x < 0, t, 1.0) / (1.0 + t)


def silu(x):
    return x * _sigmoid(x)


def silu_slope(x):
    return _sigmoid(x) + x * _sigmoid(x) * _sigmoid(-x)`);
    expect(codeOf(found("gelu"), "numpy")).toContain("import math");
  });

  it("for JAX is a pure function", () => {
    expect(bare(codeOf(found("swish"), "jax"))).toBe(`import jax
import jax.numpy as jnp


def swish(x, beta=1.0):
    return x * jax.nn.sigmoid(beta * x)`);
  });

  it("for LaTeX is a displayed definition", () => {
    expect(bare(codeOf(found("leaky_relu"), "latex"))).toBe(
      "\\[\n  \\operatorname{leaky\\_relu}(x) = \\begin{cases} x & \\text{if } x > 0 \\\\ \\alpha x & \\text{otherwise} \\end{cases}\n\\]",
    );
  });

  it.each(SOURCE_TARGETS)("%s says formula, source and gain", (target) => {
    const code = codeOf(found("prelu"), target);
    expect(code).toContain("f(x) = x > 0 ? x : alpha * x");
    expect(code).toContain("Source: He et al. 2015, arXiv:1502.01852");
    expect(code).toContain("Initialization gain: 1.37199,");
    expect(code).toContain("Trained: alpha");
  });

  it("names that a language keeps for itself get an underscore", () => {
    const own = defineActivation({ name: "lambda", params: { def: { default: 2 } }, formula: "def * x" });
    expect(codeOf(own, "torch")).toContain("def lambda_(x, def_=2.0):");
    expect(codeOf(own, "torch")).toContain("class Lambda(nn.Module):");
    const other = defineActivation({ name: "class", params: { new: { default: 2 } }, formula: "new * x" });
    expect(codeOf(other, "tfjs")).toContain("export function class_(x, { new_ = 2 } = {}) {");
  });

  it("text of a plugin's author ends no comment and no string", () => {
    const own = defineActivation({
      name: "own",
      formula: "x",
      summary: '"""\nimport os */ alert(1) \\',
      cite: "line\nend % \u2028",
    });
    for (const target of ["torch", "jax", "numpy"] as const) {
      const code = codeOf(own, target);
      expect(code).not.toMatch(/^import os/m);
      expect(code.match(/"""/g)?.length).toBe(target === "jax" ? 4 : 6);
    }
    expect(codeOf(own, "tfjs").match(/\*\//g)).toHaveLength(1);
    const lines = codeOf(own, "latex").split("\n");
    expect(lines.filter((line) => /^[^%\\\s]/.test(line))).toEqual([]);
  });
});

/** Functions of TensorFlow.js on single numbers, as its documentation defines them. */
const STAND_IN: Readonly<Record<string, unknown>> = {
  tidy: (f: () => number) => f(),
  add: (a: number, b: number) => a + b,
  sub: (a: number, b: number) => a - b,
  mul: (a: number, b: number) => a * b,
  div: (a: number, b: number) => a / b,
  pow: (a: number, b: number) => a ** b,
  neg: (a: number) => -a,
  abs: Math.abs,
  sign: Math.sign,
  floor: Math.floor,
  ceil: Math.ceil,
  round: (a: number) => (Math.abs(a % 1) === 0.5 ? 2 * Math.round(a / 2) : Math.round(a)),
  exp: Math.exp,
  expm1: Math.expm1,
  log: Math.log,
  log1p: Math.log1p,
  sqrt: Math.sqrt,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  atan: Math.atan,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: Math.atanh,
  sigmoid: (a: number) => 1 / (1 + Math.exp(-a)),
  softplus: (a: number) => Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a))),
  erf: (a: number) => evaluate(["erf", a], {}),
  relu: (a: number) => Math.max(a, 0),
  minimum: Math.min,
  maximum: Math.max,
  less: (a: number, b: number) => a < b,
  lessEqual: (a: number, b: number) => a <= b,
  greater: (a: number, b: number) => a > b,
  greaterEqual: (a: number, b: number) => a >= b,
  equal: (a: number, b: number) => a === b,
  notEqual: (a: number, b: number) => a !== b,
  logicalAnd: (a: boolean, b: boolean) => a && b,
  logicalOr: (a: boolean, b: boolean) => a || b,
  logicalNot: (a: boolean) => !a,
  where: (c: boolean, a: number, b: number) => (c ? a : b),
  isNaN: Number.isNaN,
  cast: Number,
};

describe("code for TensorFlow.js, run on numbers", () => {
  const formulas = [
    "x > 1 and x < 3 ? x : not (x <= -1) or x == -2 ? clamp(x, -1, 0.25) : log1p(exp(x))",
    "sign(x) * log1p(abs(x))",
    "sinh(clamp(x, -2, 2)) + asinh(x) + erfc(x) + log2(1 + x^2) + log10(2 + x^2) + round(x) + (x > 2)",
  ].map((formula, i) => defineActivation({ name: `own_${i}`, formula }));

  it.each([...catalogSample(), ...formulas])("$name gives the formula's values", async (activation) => {
    const code = codeOf(activation, "tfjs").replace(/^import .*$/m, "const tf = globalThis.tfStandIn;");
    Object.assign(globalThis, { tfStandIn: STAND_IN });
    const module = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    const run: (...x: readonly number[]) => number = module[activation.name];
    const spec = activationSpec(activation);
    const params = Object.fromEntries(spec.params.map(({ name, value }) => [name, value]));
    const { value } = exactFormulas(spec);
    for (let i = -60; i <= 60; i++) {
      const x = i / 4;
      const inputs = Array.from({ length: spec.inputs }, (_, k) => (k % 2 === 0 ? x : 3 - x));
      const exact = evaluate(value, { x, inputs, params });
      expect(Math.abs(run(...inputs) - exact), `at ${x}`).toBeLessThan(1e-12 * Math.max(1, Math.abs(exact)));
    }
  });
});
