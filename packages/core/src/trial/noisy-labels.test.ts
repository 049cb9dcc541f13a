import { describe, expect, it } from "vitest";
import { generatedData } from "../../test/generated-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import { catalog } from "../activation/catalog/catalog.js";
import { noisyLabels } from "./noisy-labels.js";
import { splitRows } from "./split.js";

const data = generatedData({
  kind: "u8",
  inputs: 4,
  classes: 5,
  trainRows: 900,
  testRows: 100,
  density: 0.5,
});
const clean = new Uint16Array(data.labels);
const [activation] = catalog;
if (!activation) throw new Error("no activations");

function noisy(label_noise: number, study_seed = 0) {
  const dataset = { train: 600, validation: 200, test: 100, label_noise };
  const own = { hidden: [3], activation: activationSpec(activation as NonNullable<typeof activation>) };
  const spec = { ...trialSpec({ ...own, numerics: "strict", dataset }), study_seed };
  const split = splitRows(spec, data);
  const labels = noisyLabels(spec, data, split);
  const changed = (rows: Uint32Array): number[] => [...rows].filter((row) => labels[row] !== clean[row]);
  return { labels, split, changed };
}

describe("noisyLabels", () => {
  it("changes the asked share of training labels, and none of validation and test", () => {
    const { labels, split, changed } = noisy(0.25);
    expect(changed(split.train)).toHaveLength(150);
    expect(changed(split.validation)).toEqual([]);
    expect(changed(split.test)).toEqual([]);
    expect(Math.max(...labels)).toBeLessThan(5);
    expect(clean).toEqual(new Uint16Array(data.labels));
  });

  it("draws every other class about as often", () => {
    const { labels, split } = noisy(1);
    const counts = [0, 0, 0, 0, 0];
    for (const row of split.train) {
      const away = ((labels[row] ?? 0) - (clean[row] ?? 0) + 5) % 5;
      counts[away] = (counts[away] ?? 0) + 1;
    }
    expect(counts[0]).toBe(0);
    // Binomial(600, ¼): deviation 10.6.
    for (const count of counts.slice(1)) expect(Math.abs(count - 150)).toBeLessThan(45);
  });

  it("depends on the study's seed alone, and a larger share keeps what a smaller one changed", () => {
    expect(noisy(0.25).labels).toEqual(noisy(0.25).labels);
    expect(noisy(0.25, 1).labels).not.toEqual(noisy(0.25).labels);
    const [little, much] = [noisy(0.1), noisy(0.3)];
    for (const row of little.changed(little.split.train)) expect(much.labels[row]).toBe(little.labels[row]);
  });
});
