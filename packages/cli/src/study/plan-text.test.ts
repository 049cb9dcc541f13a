import { expect, it } from "vitest";
import { axesText } from "./plan-text.js";

it("lists the values of an axis, of a long one the first, the last and how many", () => {
  const drawn = Array.from({ length: 5000 }, (_, index) => `0.${index + 1000}`);
  const text = axesText({
    axes: [
      { name: "activation", values: ["relu", "gelu"] },
      { name: "train.lr", values: drawn },
    ],
  });
  expect(text).toContain("relu, gelu");
  expect(text).toContain("0.1000, 0.1001, 0.1002, … 0.5997, 0.5998, 0.5999 (5,000 values)");
  expect(text.split("\n")).toHaveLength(3);
});
