import { describe, expect, it } from "vitest";
import { shown, why } from "../../test/shown.js";
import { syntheticRun } from "../../test/synthetic-study.js";
import { viewRun } from "../view/run-view.js";
import { goodRates } from "./good-rates.js";

const whole = viewRun(syntheticRun({ faults: "none", lrs: [0.05, 0.1, 0.2, 0.8] }));
const small = viewRun(syntheticRun({ faults: "none" }));

describe("goodRates", () => {
  it("is wide for who lives at every rate and ends where an activation breaks", () => {
    const { ranges, rates } = shown(goodRates(whole));
    expect(rates).toEqual([0.05, 0.1, 0.2, 0.8]);
    const of = (label: string) => ranges.find((range) => range.label === label);
    expect(of("elu")?.high).toBeLessThan(0.8);
    expect(of("gelu")?.high).toBe(0.8);
    expect(of("gelu")?.decades?.n).toBe(3);
    expect(of("gelu")?.open).toBeGreaterThan(0);
    expect(of("elu")?.decades?.mean ?? 9).toBeLessThan(Math.log10(0.2 / 0.05) + 1e-12);
  });

  it("needs three rates", () => {
    expect(why(goodRates(small))).toBe("a range needs 3 learning rates at least");
  });
});
