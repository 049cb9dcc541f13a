import { expect, it } from "vitest";
import { fitText, textWidth } from "./fit-text.js";

it("leaves a text that fits and cuts one that does not, to the width", () => {
  expect(fitText("leaky_relu(alpha=0.01)", 300, 10.5)).toBe("leaky_relu(alpha=0.01)");
  for (const text of ["a".repeat(5000), "W".repeat(80), "🧪".repeat(60), "漢字".repeat(40)]) {
    const cut = fitText(text, 200, 10.5);
    expect(cut.endsWith("…")).toBe(true);
    expect(textWidth(cut, 10.5)).toBeLessThanOrEqual(200);
    expect(textWidth(cut, 10.5)).toBeGreaterThan(170);
  }
});

it("does not split a surrogate pair", () => {
  expect(fitText("🧪🧪🧪🧪🧪🧪", 40, 10)).toBe("🧪🧪…");
});
