import { randomStream, shuffle } from "@actbench/core/internal";
import { expect, it } from "vitest";
import { falseClaims, tCoverage } from "../../test/simulate.js";
import { drawnFriedman } from "../stats/drawn-friedman.js";

const DRAWS = 10_000;
// Three standard errors of a fraction of 5 % in this many families.
const ERROR = 3 * Math.sqrt((0.05 * 0.95) / DRAWS);

it("error rates in large simulations, printed", () => {
  for (const n of [3, 5, 10, 20]) {
    const share = tCoverage(n, 100_000);
    console.log(`t interval, n = ${n}: covers ${(100 * share).toFixed(2)} %`);
    expect(Math.abs(share - 0.95)).toBeLessThan(0.005);
  }
}, 600_000);

it.each([
  { looks: [5], most: 0.05 + ERROR },
  { looks: [5, 10], declared: 2, most: 0.05 },
  { looks: [5, 10, 15], declared: 3, most: 0.05 },
  { looks: [5, 10, 15], declared: 2, most: 0.05 },
  // Not declared: what the second and third look find comes on top, and the line says how much it may be.
  { looks: [5, 10], most: 0.0625 + ERROR },
  { looks: [5, 10, 15], most: 0.06875 + ERROR },
])(
  "false claims of who looks at $looks seeds, printed (stats.looks: $declared)",
  ({ looks, declared, most }) => {
    for (const size of [1, 5]) {
      const { at, any } = falseClaims({ size, looks, declared, draws: DRAWS });
      const shares = [...at, any].map((share) => `${(100 * share).toFixed(2)} %`);
      console.log(
        `${size} comparison(s), looks at ${looks.join(", ")} seeds, ${declared ?? 1} declared: false claims ${shares.slice(0, -1).join(", ")}; on any ${shares.at(-1)}`,
      );
      expect(any).toBeLessThan(most);
    }
  },
  600_000,
);

it("Friedman's test by drawn orders calls equal methods different in at most 5 % of cases, printed", () => {
  const CASES = 2000;
  const stream = randomStream(2, "equal methods");
  const order = Uint32Array.of(1, 2, 3, 4, 5, 6);
  let rejected = 0;
  for (let i = 0; i < CASES; i++) {
    const rows = Array.from({ length: 6 }, () => {
      shuffle(order, stream);
      return [...order];
    });
    if (drawnFriedman(rows) <= 0.05) rejected++;
  }
  console.log(`Friedman, 6 methods, 6 conditions: rejects ${(100 * rejected) / CASES} %`);
  expect(rejected / CASES).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / CASES));
}, 600_000);
