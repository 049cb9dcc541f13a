import type { PageCase } from "./page-case.js";

/** The speed lane, on a network so small that a line takes a second. */
export const speed: PageCase = {
  page: "docs/speed.md",
  smaller: { bench: ["dataset=two_moons", "--rounds", "6"] },
  listed: { "actbench bench": "all activations take a minute or two; the lines beside it name theirs" },
};
