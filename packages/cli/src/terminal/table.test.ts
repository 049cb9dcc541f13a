import { describe, expect, it } from "vitest";
import { formatDuration } from "./format-duration.js";
import { plural } from "./plural.js";
import { table } from "./table.js";

describe("text on the terminal", () => {
  it("a table is columns under a header, without borders or trailing spaces", () => {
    const text = table(
      [{ title: "name" }, { title: "n", align: "right" }],
      [
        ["relu", "5"],
        ["leaky_relu", "10"],
      ],
    );
    expect(text.split("\n")).toEqual(["name         n", "relu         5", "leaky_relu  10"]);
  });

  it.each([
    [0.04, "0.0s"],
    [9.94, "9.9s"],
    [9.96, "10s"],
    [59.6, "1m 00s"],
    [185, "3m 05s"],
    [7800, "2h 10m"],
    [Number.NaN, "?"],
  ])("%d seconds are %s", (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it("a count carries its noun", () => {
    expect([plural(0, "trial"), plural(1, "trial"), plural(1200, "trial")]).toEqual([
      "0 trials",
      "1 trial",
      "1,200 trials",
    ]);
  });
});
