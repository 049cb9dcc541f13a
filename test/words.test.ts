import { expect, it } from "vitest";
import { wordsOf } from "../scripts/check-words.mjs";

it.each([
  ["activations of one's own", "one's own"],
  ["start at most so many trials", "at most so many"],
  ["3 seeds find 5.57 pp or more with 80 %", "find 5.57 pp or more with 80 %"],
  ["the colours of an initialisation", "colours"],
  ['"x" is no name for it', "is no name"],
])("%j is named with what to write instead", (line, found) => {
  expect(wordsOf("x.md", `first\n${line}`)).toEqual([expect.stringContaining(`x.md:2: "${found}" (write: `)]);
});

it.each(["there is no name for it", "optimism, optimistic", "custom activations, N trials at most"])(
  "%j passes",
  (line) => expect(wordsOf("x.md", line)).toEqual([]),
);
