import { expect, it } from "vitest";
import { comparisonPage } from "./page-name.js";

const named = (name: string, digit = "a") =>
  ({ study: { name, hash: digit.repeat(64) } }) as unknown as Parameters<typeof comparisonPage>[0][number];

it("names the page of a comparison by its runs", () => {
  expect(comparisonPage([named("one"), named("two", "b")])).toBe("compare-one-aaaaaaaa-two-bbbbbbbb.html");
});

it("a run's name that is a path", () => {
  expect(comparisonPage([named("../../etc/x"), named("a\0b\u001b")])).toBe(
    "compare-etc-x-aaaaaaaa-a-b-aaaaaaaa.html",
  );
  const long = comparisonPage(Array.from({ length: 40 }, () => named("é".repeat(60))));
  expect(Buffer.byteLength(long)).toBeLessThan(220);
});
