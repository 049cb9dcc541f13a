import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import * as core from "./index.js";

it("the README's example runs: a custom formula, and its derived slope", () => {
  const readme = readFileSync(fileURLToPath(new URL("../README.md", import.meta.url)), "utf8");
  const [, example = ""] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const [, names = "", body = ""] =
    /^import \{ (.*?) \} from "@actbench\/core";\n([\s\S]*)$/.exec(example) ?? [];
  const printed: unknown[][] = [];
  // The README is our own text, so the test may run it unchanged.
  const run = new Function(...names.split(", "), "console", body);
  const api: Readonly<Record<string, unknown>> = core;
  run(...names.split(", ").map((name) => api[name]), { log: (...args: unknown[]) => printed.push(args) });
  const [text, slope] = printed[0] ?? [];
  expect(text).toMatch(/exp\(.*x/);
  // d/dx (x + a x e^(−x²)) at 1 with a = ½: 1 + ½ e⁻¹ (1 − 2).
  expect(slope).toBeCloseTo(1 - 0.5 * Math.exp(-1), 12);
});
