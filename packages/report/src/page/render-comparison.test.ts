import { expect, it } from "vitest";
import { hostileActivations } from "../../test/synthetic-activations.js";
import { syntheticRun } from "../../test/synthetic-study.js";
import { renderComparison } from "./render-comparison.js";

const visible = (html: string): string => html.replace(/<(style|script)[\s\S]*?<\/\1>/g, "");

it("says first by how much the runs differ, then in what, and names what has no counterpart", () => {
  const html = renderComparison({
    a: syntheticRun({ lrs: [0.1, 0.2] }),
    others: [syntheticRun({ lrs: [0.2, 0.3] })],
  });
  const order = ["overall", "config", "effects", "points", "unmatched", "method"].map((id) =>
    html.indexOf(`<section id="${id}"`),
  );
  expect(order.every((at) => at > 0)).toBe(true);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(html).toContain("Only in A (14)");
  expect(html).toContain("relu · xavier_uniform · lr 0.3");
});

it("says that a run does not differ from itself", () => {
  const run = syntheticRun({ faults: "none" });
  const html = renderComparison({ a: run, others: [run] });
  expect(html).toContain("The two runs have the same configuration.");
  expect(html).toContain("3 of 3");
  expect(html).toContain(
    '<p class="verdict">B has the weights of A at every pair, bit for bit: nothing differs.</p>',
  );
  expect(html).toMatch(/<title>quickstart and quickstart: B has the weights of A at every pair/);
  expect(html).toContain("every configuration has its counterpart");
});

it("renders runs without a common point, without trials, and with hostile names", () => {
  const none = syntheticRun({ lrs: [] });
  const hostile = syntheticRun({ activations: hostileActivations, lrs: [0.1, 0.2] });
  for (const [a, b] of [
    [none, none],
    [hostile, syntheticRun()],
    [hostile, hostile],
  ] as const) {
    const html = renderComparison({ a, others: [b, a] });
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(visible(html).replace(/<[^>]*>/g, " ")).not.toMatch(/NaN|undefined|\[object/);
    expect(html).not.toMatch(/="[^"]*(?:NaN|Infinity)[^"]*"/);
  }
});
