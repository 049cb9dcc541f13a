import { describe, expect, it } from "vitest";
import { dataCard } from "../data-card.js";
import { loadDataset } from "../load-dataset.js";

describe("mnist", () => {
  it("is the published set: sizes, first labels, class counts, density, hash", async () => {
    const mnist = await loadDataset("mnist");
    expect(mnist).toMatchObject({ kind: "u8", inputs: 784, classes: 10, stride: 784 });
    expect(mnist).toMatchObject({ trainRows: 60_000, testRows: 10_000 });
    const labels = new Uint16Array(mnist.labels);
    expect([...labels.subarray(0, 8)]).toEqual([5, 0, 4, 1, 9, 2, 1, 3]);
    expect([...labels.subarray(60_000, 60_004)]).toEqual([7, 2, 1, 0]);

    const card = dataCard(mnist);
    expect(card.class_counts).toEqual([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]);
    // 19.1 % of the pixels are ink.
    expect(card.density).toBeCloseTo(0.191, 3);
    expect(card.samples?.map(({ label }) => label)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(card.samples?.map(({ bytes }) => Buffer.from(bytes, "base64").length)).toEqual(
      new Array(10).fill(784),
    );
    expect(mnist.hash).toBe("3580c8db05d30bb64617c04798edd85515950167c8acd55e419b7da01d96bf56");
  });

  it("shows the sample of a class as the bytes of its first training row", async () => {
    const mnist = await loadDataset("mnist");
    const five = dataCard(mnist).samples?.[5];
    expect(Buffer.from(five?.bytes ?? "", "base64")).toEqual(Buffer.from(mnist.features, 0, 784));
  });
});
