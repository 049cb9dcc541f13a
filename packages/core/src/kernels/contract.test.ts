import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const files = readdirSync(import.meta.dirname).filter(
  (name) => name.endsWith(".ts") && !name.includes(".test."),
);
const sourceOf = (name: string): string => readFileSync(`${import.meta.dirname}/${name}`, "utf8");

/** Kernels, told by a function's parameters; `elementwise.ts` is a harness for formulas of any number. */
const kernels = files.filter((name) => /\bf\.param\(/.test(sourceOf(name)) && name !== "elementwise.ts");

it("there are kernels to look at", () => {
  expect(kernels.length).toBeGreaterThan(15);
});

it.each([...kernels, "clipped-update.ts"])(
  "%s states formula, shapes, order, error and parameters of each kernel",
  (name) => {
    const comments = sourceOf(name).match(/\/\*\*[\s\S]*?\*\//g) ?? [];
    const contracts = comments.filter((comment) => /`(f32|u8)_\w+`:/.test(comment));
    expect(contracts.length).toBeGreaterThan(0);
    for (const contract of contracts) {
      const text = contract.replaceAll(/\s*\n \*\s*/g, " ");
      expect(text).toMatch(/Shapes: |\[rows, /);
      expect(text).toMatch(/Error( of \S+)?: /);
      expect(text).toMatch(/[Pp]arameters of the function|has no parameters/);
      expect(text).toMatch(/sequential|order|rising|run after run|lanes first|means as in|in f64/);
    }
  },
);
