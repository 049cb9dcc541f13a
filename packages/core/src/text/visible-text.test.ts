import { expect, it } from "vitest";
import { visibleLine, visibleText } from "./visible-text.js";

const ESC = "\u001b";
const BEL = "\u0007";

it("writes controls, separators and overrides out, and leaves all else", () => {
  expect(visibleText(`${ESC}[31mred${BEL}\b\0\u007f`)).toBe("\\u001b[31mred\\u0007\\u0008\\u0000\\u007f");
  expect(visibleText("\u009b31m \u0085 \u2028 \u202eabc\u202c \u2066x\u2069")).toBe(
    "\\u009b31m \\u0085 \\u2028 \\u202eabc\\u202c \\u2066x\\u2069",
  );
  const harmless = "ReLU → 0,5 · größer\t日本 שלום 👩‍🔬 −1\u00a0%\n\r\nend";
  expect(visibleText(harmless)).toBe(harmless);
});

it("keeps line ends, but no carriage return that would write over a line", () => {
  expect(visibleText("a\r\nb\nc\rd\r")).toBe("a\r\nb\nc\\u000dd\\u000d");
  expect(visibleLine("a\tb\r\nc\nd\re")).toBe("a\\tb\\r\\nc\\nd\\u000de");
});

it("leaves JSON the same value", () => {
  const value = { text: `\u009b${ESC}\u202e\u007f\u2028` };
  const shown = visibleText(JSON.stringify(value));
  expect(shown).not.toMatch(/\p{Cc}|\u202e/u);
  expect(JSON.parse(shown)).toEqual(value);
});
