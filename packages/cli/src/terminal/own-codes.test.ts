import { stripVTControlCharacters } from "node:util";
import { expect, it } from "vitest";
import { oneLine, ownColors, writable } from "./own-codes.js";

const ESC = "\u001b";
const on = ownColors(true);

it("writes our colors, also one in another, and no code that is in their text", () => {
  expect(writable(on.red("x"))).toBe(`${ESC}[31mx${ESC}[39m`);
  expect(writable(`${on.red(`a ${on.green("b")} c`)}`)).toBe(`${ESC}[31ma ${ESC}[32mb${ESC}[31m c${ESC}[39m`);
  expect(writable(on.bold(`${ESC}[31mred${ESC}[0m\u009b1m`))).toBe(
    `${ESC}[1m\\u001b[31mred\\u001b[0m\\u009b1m${ESC}[22m`,
  );
  expect(writable(`${ESC}]0;title\u0007${ESC}[2J\r\n\t`)).toBe("\\u001b]0;title\\u0007\\u001b[2J\r\n\t");
});

it("takes a code of ours that is written for a code of theirs: a file may hold what we once printed", () => {
  expect(writable(writable(on.red("x")))).toBe("\\u001b[31mx\\u001b[39m");
});

it("keeps a name on one line, and the colors around it", () => {
  expect(writable(oneLine(on.red("a\nb\tc")))).toBe(`${ESC}[31ma\\nb\\tc${ESC}[39m`);
});

it("has no width for those who measure text", () => {
  expect(stripVTControlCharacters(on.red("x"))).toBe("x");
});

it("changes nothing without colors", () => {
  expect(writable(ownColors(false).red("x"))).toBe("x");
});
