import { expect, it } from "vitest";
import { chooseColumns } from "./choose-columns.js";

it("1,000,000 columns (in linear, not quadratic time)", () => {
  const names = Array.from({ length: 1_000_000 }, (_, i) => `c${i}`);
  const ignore = names.filter((_, i) => i % 10 === 0);
  const { targets, inputs } = chooseColumns(names, { target: "c999999", inputs: undefined, ignore }, "t.csv");
  expect([...targets, inputs.length, inputs.at(-1)]).toEqual([999_999, 899_999, 999_998]);
});
