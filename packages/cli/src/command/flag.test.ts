import { describe, expect, it } from "vitest";
import { durationFlag } from "./duration-flag.js";
import { choiceFlag, countFlag, textFlag } from "./flag.js";
import { workersFlag } from "./workers-flag.js";

describe("flags read exactly what they say they expect", () => {
  it.each([
    ["1", 1],
    ["20", 20],
    ["0", undefined],
    ["-1", undefined],
    ["1.5", undefined],
    ["1e3", undefined],
    ["0x10", undefined],
    ["NaN", undefined],
    ["ten", undefined],
    ["", undefined],
  ])("a count from 1 reads %o as %o", (text, count) => {
    expect(countFlag("", 1).parse(text)).toBe(count);
  });

  it.each([
    ["auto", "auto"],
    ["2", 2],
    ["50%", "50%"],
    ["0", undefined],
    ["0%", undefined],
    ["101%", undefined],
    ["5000", undefined],
    ["two", undefined],
  ])("workers read %o as %o", (text, workers) => {
    expect(workersFlag.parse(text)).toBe(workers);
  });

  it.each(["90s", "20m", "1h30m", "500ms", "1.5h"])("a duration may be %s", (text) => {
    expect(durationFlag("").parse(text)).toBe(text);
  });

  it.each(["20", "m", "0s", "-5m", "1h 30m", "1y"])("a duration is not %s", (text) => {
    expect(durationFlag("").parse(text)).toBeUndefined();
  });

  it("a choice is one of its words, a text is not empty", () => {
    expect(choiceFlag("", ["json", "ndjson"]).parse("ndjson")).toBe("ndjson");
    expect(choiceFlag("", ["json", "ndjson"]).parse("xml")).toBeUndefined();
    expect(textFlag("", "FILE").parse("")).toBeUndefined();
  });
});
