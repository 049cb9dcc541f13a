import { describe, expect, it } from "vitest";
import { TRIAL_METRICS } from "../metrics/metric-name.js";
import { metricScale } from "./metric-scale.js";

const options = { range: [4, 136], gap: 36 } as const;

describe("metricScale", () => {
  it("spreads good points where others are at chance, and says that the axis is not linear", () => {
    const { at, note } = metricScale({
      ...options,
      metric: "test_accuracy",
      values: [0.1, 0.9, 0.95, 0.975],
    });
    expect(at(0.975) - at(0.95)).toBeCloseTo(at(0.95) - at(0.9), 6);
    expect(note).toContain("logarithmic in the error");
  });

  it("is linear where values are alike", () => {
    const { at, note } = metricScale({ ...options, metric: "test_accuracy", values: [0.95, 0.96, 0.97] });
    expect(at(0.97) - at(0.96)).toBeCloseTo(at(0.96) - at(0.95), 6);
    expect(note).toBe("");
  });

  it("keeps ticks apart and every value finite, whatever the values", () => {
    const cases = [[], [0], [1], [0, 1], [0.5, 0.5], [1e-9, 1e9], [-1, 1], [0.1, 0.99999, 1], [1e300]];
    for (const metric of TRIAL_METRICS)
      for (const values of cases) {
        const { at, ticks } = metricScale({ ...options, metric, values });
        for (const value of values) expect(Number.isFinite(at(value))).toBe(true);
        const places = ticks.map((tick) => tick.at).sort((a, b) => a - b);
        places.forEach((place, i) => {
          if (i > 0) expect(place - (places[i - 1] ?? 0)).toBeGreaterThanOrEqual(options.gap);
        });
      }
  });
});
