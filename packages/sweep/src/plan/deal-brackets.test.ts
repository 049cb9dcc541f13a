import { expect, test } from "vitest";
import { dealBrackets } from "./deal-brackets.js";

const HYPERBAND = { eta: 3, brackets: [[1, 3, 9], [3, 9], [9], []] };

test("points are dealt in Hyperband's proportions: 27/4, 9/3, 3/2 and 1 of them", () => {
  const dealt = dealBrackets(1225, HYPERBAND);
  const counts = HYPERBAND.brackets.map((_, b) => dealt.filter((bracket) => bracket === b).length);
  // 6.75 + 3 + 1.5 + 1 = 12.25, a hundred times.
  expect(counts).toEqual([675, 300, 150, 100]);
});

test("a further point moves none before it", () => {
  const many = dealBrackets(200, HYPERBAND);
  for (const count of [0, 1, 7, 50, 199])
    expect(dealBrackets(count, HYPERBAND)).toEqual(many.slice(0, count));
});

test("one bracket holds every point", () => {
  expect(dealBrackets(4, { eta: 2, brackets: [[1, 2]] })).toEqual([0, 0, 0, 0]);
});
