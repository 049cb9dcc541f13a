import type { PageCase } from "./page-case.js";

/** The lines of the page that keep a baseline and compare with it. */
export const BASELINE_LINES = [
  "actbench bench relu gelu --save-baseline before",
  "actbench bench relu gelu --baseline before",
] as const;

/** The speed lane, on a network so small that a line takes a second. */
export const speed: PageCase = {
  page: "docs/speed.md",
  smaller: { bench: ["dataset=two_moons", "--rounds", "6"] },
  listed: {
    "actbench bench": "all activations take a minute or two; the lines beside it name theirs",
    ...Object.fromEntries(
      BASELINE_LINES.map((line) => [line, "speed-lane.test.ts runs it, and reads what it says"]),
    ),
  },
};
