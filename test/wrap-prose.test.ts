import { expect, it } from "vitest";
import { wrapProse } from "../scripts/wrap-prose.mjs";

const words = (n: number): string => "word ".repeat(n).trim();

it("wraps a paragraph and an item with a long line at 120 columns, and leaves short ones as they are", () => {
  const short = "One line.\nAnother line.\n\n- item\n";
  expect(wrapProse(short)).toBe(short);
  expect(wrapProse(`${words(30)}\nend.\n\n- ${words(30)}\n  end.`).split("\n")).toEqual([
    words(24),
    `${words(6)} end.`,
    "",
    `- ${words(23)}`,
    `  ${words(7)} end.`,
  ]);
});

it("keeps tables, code, headings, code spans and short links whole", () => {
  const fixed = `# ${words(30)}\n\n| ${words(30)} |\n\n\`\`\`sh\n${words(30)}\n\`\`\`\n`;
  expect(wrapProse(fixed)).toBe(fixed);
  expect(wrapProse(`${words(23)} \`a b c\` [some words](x.md)`)).toBe(
    `${words(23)}\n\`a b c\` [some words](x.md)`,
  );
});

it("changes nothing a second time, and begins no list within a paragraph", () => {
  const once = wrapProse(`${words(24)} - ${words(40)}`);
  expect(wrapProse(once)).toBe(once);
  expect(once.split("\n")[0]).toBe(`${words(24)} -`);
});
