import { definedFamily } from "./defined-family.js";

/** Piecewise linear activations with learned knots, slopes or bumps. */
export const adaptivePiecewise = definedFamily("piecewise-linear", [
  {
    name: "adaptive_piecewise_linear",
    params: {
      slope_1: { default: -0.1, trainable: true, per: "unit", weight_decay: 0.001 },
      hinge_1: { default: 0, trainable: true, per: "unit", weight_decay: 0.001 },
      slope_2: { default: -0.1, trainable: true, per: "unit", weight_decay: 0.001 },
      hinge_2: { default: -1, trainable: true, per: "unit", weight_decay: 0.001 },
    },
    formula: "max(x, 0) + slope_1 * max(hinge_1 - x, 0) + slope_2 * max(hinge_2 - x, 0)",
    summary: "relu plus two learned hinges",
  },
  {
    name: "splash",
    params: {
      right_1: { default: 1, trainable: true },
      right_2: { default: 0, trainable: true },
      right_3: { default: 0, trainable: true },
      right_4: { default: 0, trainable: true },
      left_1: { default: 0, trainable: true },
      left_2: { default: 0, trainable: true },
      left_3: { default: 0, trainable: true },
      left_4: { default: 0, trainable: true },
    },
    formula:
      "right_1 * max(x, 0) + right_2 * max(x - 1, 0) + right_3 * max(x - 2, 0) + right_4 * max(x - 2.5, 0) + " +
      "left_1 * max(-x, 0) + left_2 * max(-1 - x, 0) + left_3 * max(-2 - x, 0) + left_4 * max(-2.5 - x, 0)",
    summary: "eight learned slopes at fixed hinges, symmetric around 0",
  },
  {
    name: "mexican_relu",
    params: {
      slope: { default: 0, trainable: true, per: "unit" },
      bump_1: { default: 0, trainable: true, per: "unit" },
      bump_2: { default: 0, trainable: true, per: "unit" },
      bump_3: { default: 0, trainable: true, per: "unit" },
    },
    formula:
      "(x > 0 ? x : slope * x) + bump_1 * max(2 - abs(x - 2), 0) + " +
      "bump_2 * max(1 - abs(x - 1), 0) + bump_3 * max(1 - abs(x - 3), 0)",
    summary: "prelu plus three learned triangular bumps",
  },
  {
    name: "modified_mexican_relu",
    params: {
      mix: { default: 0.5, min: 0, max: 1, trainable: true, per: "unit" },
      width: { default: 1, min: 0, trainable: true, per: "unit" },
      center: { default: 0, trainable: true, per: "unit" },
    },
    formula: "mix * max(width - abs(x - center), 0) + (1 - mix) * max(x, 0)",
    summary: "a learned mix of a triangular bump and relu",
  },
  {
    name: "gaussian_relu",
    params: {
      slope: { default: 0, trainable: true, per: "unit" },
      bump_1: { default: 0, trainable: true, per: "unit" },
      bump_2: { default: 0, trainable: true, per: "unit" },
      bump_3: { default: 0, trainable: true, per: "unit" },
    },
    formula:
      "(x > 0 ? x : slope * x) + bump_1 * (max(1 - abs(x - 1), 0) + min(abs(x - 3) - 1, 0)) + " +
      "bump_2 * (max(0.5 - abs(x - 0.5), 0) + min(abs(x - 1.5) - 0.5, 0)) + " +
      "bump_3 * (max(0.5 - abs(x - 2.5), 0) + min(abs(x - 3.5) - 0.5, 0))",
    summary: "prelu plus three learned waves of a bump and a dip",
  },
  {
    name: "s_shaped_relu",
    params: {
      low: { default: 0, trainable: true, per: "unit" },
      slope_low: { default: 0.2, trainable: true, per: "unit" },
      high: { default: 1, trainable: true, per: "unit" },
      slope_high: { default: 1, trainable: true, per: "unit" },
    },
    constraints: ["low <= high"],
    formula: "x > high ? high + slope_high * (x - high) : x > low ? x : low + slope_low * (x - low)",
    summary: "three straight pieces, the middle one x itself",
  },
  {
    name: "n_activation",
    params: {
      first: { default: -0.5, trainable: true, per: "unit" },
      second: { default: 0.5, trainable: true, per: "unit" },
    },
    formula: "x - 2 * clamp(x, min(first, second), max(first, second))",
    summary: "slope 1 outside, slope -1 between two learned knots",
  },
  {
    name: "piecewise_linear_unit",
    params: { alpha: { default: 0.1, trainable: true, per: "unit" }, knot: { default: 1, min: 0 } },
    formula: "max(alpha * (x + knot) - knot, min(alpha * (x - knot) + knot, x))",
    summary: "x within a knot of 0, a smaller slope outside",
  },
  {
    name: "adaptive_linear",
    params: {
      shift: { default: 0, trainable: true, per: "unit" },
      offset: { default: 0, trainable: true, per: "unit" },
      slope_right: { default: 1, trainable: true, per: "unit" },
      slope_left: { default: 0.1, trainable: true, per: "unit" },
      floor_value: { default: -1, trainable: true, per: "unit" },
    },
    formula: "max((x > shift ? slope_right : slope_left) * (x - shift), floor_value) + offset",
    summary: "two learned slopes with a learned floor",
  },
]);
