import type { Look } from "@actbench/core/internal";
import { expect, it } from "vitest";
import { levelOf } from "../verdict/level.js";
import { levelWords } from "./format-level.js";

function words(declared: number | undefined, now: number | undefined, ...counts: number[]): string {
  const looks = counts.map(
    (n): Look => ({ at: "", command: "report", n, ...(declared !== undefined && { declared }) }),
  );
  const stats = { confidence: 0.95, ...(now !== undefined && { looks: now }) };
  return levelWords(levelOf(stats, counts.at(-1) ?? 0, looks), { looks });
}

it("says nothing of the only look, and of any other which one it is, at which α and why", () => {
  expect(words(undefined, undefined, 5)).toBe("");
  expect(words(undefined, undefined, 5, 10)).toBe(
    "interim analysis 2: seeds were added after verdicts were shown at n = 5, so α is 0.0125; only one analysis was declared, so the overall false-positive rate is up to 0.0625",
  );
  expect(words(2, 2, 5)).toBe("interim analysis 1 of 2 declared, so α is 0.0188");
  expect(words(2, 2, 5, 10, 20)).toBe(
    "interim analysis 3, where 2 were declared: seeds were added after verdicts were shown at n = 5, 10, so α is 0.00625",
  );
});

it("says that another number of looks came too late", () => {
  expect(words(undefined, 2, 5)).toBe(
    "interim analysis 1 of 1; stats.looks was changed after the first interim analysis, and the change is ignored",
  );
  expect(words(2, undefined, 5, 10)).toContain("so α is 0.0188; stats.looks was changed");
});
