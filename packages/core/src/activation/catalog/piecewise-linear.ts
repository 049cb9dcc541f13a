import { definedFamily } from "./defined-family.js";

export const piecewiseLinear = definedFamily("piecewise-linear", [
  {
    name: "absolute_value",
    formula: "abs(x)",
    summary: "x without its sign",
  },
  {
    name: "pan",
    params: { width: { default: 1, min: 0 } },
    formula: "max(abs(x) - width, 0)",
    summary: "0 within width of 0, rising on both sides",
  },
  {
    name: "mirrored_relu",
    formula: "max(1 - abs(x), 0)",
    summary: "a triangle of height 1 around 0, 0 outside",
  },
  {
    name: "lsptlu",
    params: { slope: { default: 0.2 }, peak: { default: 1, min: 0.001 } },
    formula: "x < 0 ? slope * x : x < peak ? x : max(2 * peak - x, 0)",
    summary: "a triangle with its top at peak, a small slope below 0",
  },
  {
    name: "cone",
    formula: "1 - abs(x - 1)",
    summary: "above 0 only between 0 and 2, falling on both sides",
  },
  {
    name: "piecewise_linear_sigmoid",
    formula: "x > 4 ? 1 + 0.01 * (x - 4) : x < -4 ? 0.01 * (x + 4) : 0.125 * x + 0.5",
    summary: "from 0 at -4 to 1 at 4, a slope of 0.01 outside",
  },
]);
