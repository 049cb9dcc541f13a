import { activationCurve, findActivation } from "@actbench/core/internal";
import { expect, it } from "vitest";
import { renderActivationCell, renderActivationSheet } from "./render-activation-sheet.js";

const curves = ["relu", "gelu", "tanh", "hardtanh", "sin", "mish"].flatMap((name) => {
  const activation = findActivation(name);
  return (activation && activationCurve(activation)) ?? [];
});

it("draws many activations as one small file, five in a row, each with its name", () => {
  const svg = renderActivationSheet("Some activations", curves);
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" .*<\/svg>\n$/s);
  expect([...svg.matchAll(/<text [^>]*>(\w+)</g)].map(([, name]) => name)).toEqual(
    curves.map(({ title }) => title),
  );
  expect(svg).toContain("translate(0 154)");
  expect([...svg.matchAll(/class="dead-zone"/g)]).toHaveLength(3);
  expect(svg).not.toContain("NaN");
  // A folder of hundreds must not weigh more than the project.
  expect(svg.length / curves.length).toBeLessThan(1500);
});

it("draws one for a page with a style of its own", () => {
  const [relu] = curves;
  const cell = relu === undefined ? "" : renderActivationCell(relu);
  expect(cell).toMatch(/^<svg .*<title>relu and its derivative<\/title>.*<\/svg>$/s);
  expect(cell).not.toContain("<style");
  // relu is two straight lines.
  expect(cell).toMatch(/class="mean-line" d="M[\d.,]+L[\d.,]+L[\d.,]+"/);
});
