import { expect, it } from "vitest";
import { UNCOLORED } from "../charts/color-class.js";
import { activationColors } from "./activation-colors.js";

it("a usual name has the same color in every report, whatever stands beside it", () => {
  const alone = activationColors(["relu"], []);
  const beside = activationColors(["mine", "gelu", "relu", "leaky_relu(alpha=0.1)"], []);
  expect(beside.get("relu")).toBe(alone.get("relu"));
  expect(beside.get("leaky_relu(alpha=0.1)")).toBe(activationColors(["leaky_relu"], []).get("leaky_relu"));
});

it("no two of ten labels share a color, and custom names take what is left", () => {
  const labels = ["relu", "a", "b", "c", "leaky_relu", "leaky_relu(alpha=0.3)", "tanh", "d", "e", "mish"];
  const colors = activationColors(labels, []);
  expect(new Set(colors.values()).size).toBe(10);
  expect(activationColors(["a", "relu"], []).get("a")).toBe(activationColors(["a", "gelu"], []).get("a"));
});

it("above ten only what is kept has a color", () => {
  const labels = Array.from({ length: 11 }, (_, i) => `f${i}`);
  const colors = activationColors([...labels, "relu"], ["relu", "f3"]);
  expect([...colors].filter(([, color]) => color !== UNCOLORED).map(([label]) => label)).toEqual([
    "f3",
    "relu",
  ]);
});
