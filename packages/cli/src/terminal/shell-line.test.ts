import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { shellLine } from "./shell-line.js";

it.each([
  [["run", "q.yaml", "lr=0.1,0.01"], "run q.yaml lr=0.1,0.01"],
  [["a b", "it's", "{ name: elu }", "", "$HOME", "*"], `'a b' 'it'\\''s' '{ name: elu }' '' '$HOME' '*'`],
])("a shell reads %j again", (words, line) => {
  expect(shellLine(words)).toBe(line);
  expect(execFileSync("sh", ["-c", `printf '%s\\n' ${line}`], { encoding: "utf8" })).toBe(
    words.map((word) => `${word}\n`).join(""),
  );
});
