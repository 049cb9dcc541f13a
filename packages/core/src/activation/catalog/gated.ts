import { max } from "../../formula/build.js";
import type { Expr } from "../../formula/expr.js";
import { definedFamily } from "./defined-family.js";

export const gated = definedFamily("gated", [
  {
    name: "maxout",
    params: { pieces: { default: 2, min: 2, max: 16, role: "inputs" } },
    formula: (x, _params, inputs) => inputs.slice(1).reduce<Expr>((largest, input) => max(largest, input), x),
    summary: "the largest of several pre-activations",
  },
  {
    name: "glu",
    inputs: 2,
    formula: "x1 * sigmoid(x2)",
    summary: "one pre-activation gated by the sigmoid of another",
  },
  {
    name: "geglu",
    inputs: 2,
    formula: "x1 * (0.5 * x2 * (1 + erf(0.7071067811865476 * x2)))",
    summary: "one pre-activation gated by the gelu of another",
  },
  {
    name: "swiglu",
    inputs: 2,
    formula: "x1 * (x2 * sigmoid(x2))",
    summary: "one pre-activation gated by the silu of another",
  },
  {
    name: "reglu",
    inputs: 2,
    formula: "x1 * max(x2, 0)",
    summary: "one pre-activation gated by the relu of another",
  },
]);
