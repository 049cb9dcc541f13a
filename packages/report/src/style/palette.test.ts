import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  parse,
  wcagContrast,
} from "culori";
import { describe, expect, it } from "vitest";
import { CATEGORIES, SPLITS } from "./palette.js";

const colorOf = (text: string) => {
  const color = parse(text);
  if (color === undefined) throw new Error(`${text} is no color`);
  return color;
};
const distance = differenceCiede2000();
// What two readers in a hundred see (Machado, Oliveira and Fernandes 2009), and all others.
const SIGHTS = [
  ["usual sight", (color: ReturnType<typeof colorOf>) => color],
  ["protanopia", filterDeficiencyProt(1)],
  ["deuteranopia", filterDeficiencyDeuter(1)],
] as const;

describe.each(["light", "dark"] as const)("colors of activations, %s", (scheme) => {
  const inks = CATEGORIES.map((ink) => colorOf(ink[scheme]));

  it.each(SIGHTS)("ten are told apart with %s: no two are nearer than CIEDE2000 12", (_, see) => {
    expect(new Set(CATEGORIES.map((ink) => ink[scheme])).size).toBe(10);
    const near = inks.flatMap((a, i) =>
      inks
        .slice(i + 1)
        .map((b, k) => ({ pair: [i, i + 1 + k], distance: distance(see(a), see(b)) }))
        .filter((pair) => pair.distance < 12),
    );
    expect(near).toEqual([]);
  });

  it("stand out from the ground, and none is the color of a split", () => {
    const ground = scheme === "light" ? "#fff" : "#0f1318";
    for (const ink of inks) expect(wcagContrast(ink, ground)).toBeGreaterThanOrEqual(3);
    for (const split of SPLITS) {
      expect(wcagContrast(split[scheme], ground)).toBeGreaterThanOrEqual(3);
      for (const ink of inks) expect(distance(ink, colorOf(split[scheme]))).toBeGreaterThan(3);
    }
  });
});
