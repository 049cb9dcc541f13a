import { expect, it } from "vitest";
import { falseClaims, tCoverage } from "../../test/simulate.js";

it("error rates in large simulations, printed", () => {
  for (const n of [3, 5, 10, 20]) {
    const share = tCoverage(n, 100_000);
    console.log(`t interval, n = ${n}: covers ${(100 * share).toFixed(2)} %`);
    expect(Math.abs(share - 0.95)).toBeLessThan(0.005);
  }
  for (const size of [1, 5]) {
    const rates = falseClaims({ size, n: 5, draws: 10_000 });
    console.log(`${size} comparisons, 5 then 10 seeds: false claims ${JSON.stringify(rates)}`);
    expect(rates.first).toBeLessThan(0.055);
    // A single comparison may reach 1.25 α over two looks.
    expect(rates.either).toBeLessThan(0.0625);
  }
}, 600_000);
