import { expect, it } from "vitest";
import { wordsOf } from "../scripts/check-words.mjs";

it.each([
  ["activations of one's own", "one's own"],
  ["start at most so many trials", "at most so many"],
  ["3 seeds find 5.57 pp or more with 80 %", "find 5.57 pp or more with 80 %"],
  ["the colours of an initialisation", "colours"],
  ['"x" is no name for it', "is no name"],
  ["the problem is told with its line", "is told"],
  ["it is dropped aloud", "aloud"],
  ["the caller hears what ended", "hears"],
  ["all problems at once", "at once"],
  ["a folder of its own", "folder of its own"],
  ["it begins anew", "anew"],
  ["64 units a layer", "units a layer"],
  ["some 50 ms", "some 5"],
  ["corrected for 6 comparisons", "corrected for 6"],
])("%j is named with what to write instead", (line, found) => {
  expect(wordsOf("docs/x.md", `first\n${line}`)).toEqual([
    expect.stringContaining(`docs/x.md:2: "${found}" (write: `),
  ]);
});

it.each(["there is no name for it", "optimism, optimistic", "custom activations, N trials at most"])(
  "%j passes",
  (line) => expect(wordsOf("x.md", line)).toEqual([]),
);

it("what is right in code only is not looked for there", () => {
  expect(wordsOf("packages/core/src/x.ts", "// four rows at once")).toEqual([]);
  expect(wordsOf("packages/core/src/x.ts", "// it is told")).toHaveLength(1);
});
