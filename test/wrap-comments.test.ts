import { expect, it } from "vitest";
import { wrapComments } from "../scripts/wrap-comments.mjs";

const word = "word ".repeat(30).trim();

it("wraps a comment that is too long, and leaves a short one as it is", () => {
  const short = "/** Short. */\nconst a = 1; // beside code\n";
  expect(wrapComments(short)).toBe(short);
  const lines = wrapComments(`  /** ${word} */\n  f();`).split("\n");
  expect(lines).toEqual([
    "  /**",
    `   * ${"word ".repeat(21).trim()}`,
    `   * ${"word ".repeat(9).trim()}`,
    "   */",
    "  f();",
  ]);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(110);
});

it("fills a paragraph up from its first long line on, and keeps lists, tags and directives", () => {
  const source = [
    "/**",
    " * First line.",
    ` * ${word}`,
    " * end.",
    " *",
    " * - item",
    " * @see x",
    " */",
  ].join("\n");
  expect(wrapComments(source).split("\n")).toEqual([
    "/**",
    " * First line.",
    ` * ${"word ".repeat(21).trim()}`,
    ` * ${"word ".repeat(9)}end.`,
    " *",
    " * - item",
    " * @see x",
    " */",
  ]);
  const directive = `// biome-ignore lint/x: ${word}`;
  expect(wrapComments(directive)).toBe(directive);
});

it("changes nothing a second time, and nothing in a template literal", () => {
  const once = wrapComments(`// ${word} ${word}\nf();`);
  expect(once.split("\n")).toHaveLength(4);
  expect(wrapComments(once)).toBe(once);
  const text = `const text = \`\n// ${word}\n\`;\n`;
  expect(wrapComments(text)).toBe(text);
});
