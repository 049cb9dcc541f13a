import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalog } from "../src/activation/catalog/catalog.js";
import { evaluate } from "../src/formula/evaluate.js";

type Setting = Readonly<Record<string, number>>;

/** Values that someone who had not seen the catalog's formulas got from the sources in `reference/`. */
interface Reference {
  /** By number of inputs. */
  readonly points: Readonly<Record<string, readonly (readonly number[])[]>>;
  /** A text says why an activation has no independent definition. */
  readonly activations: Readonly<
    Record<string, string | { readonly settings: readonly Setting[]; readonly values: readonly number[][] }>
  >;
}

const reference: Reference = JSON.parse(
  readFileSync(new URL("reference/values.json", import.meta.url), "utf8"),
);
/** Relative to the number or to 1; terms that cancel cost the sources' forms seven digits at most. */
const TOLERANCE = 1e-9;
const HOW = [
  "define it in packages/core/test/reference/values_*.py from its sources, without looking at our formula;",
  "then run pnpm build && node packages/core/test/reference/write-values.mjs",
].join(" ");

describe("values against an independent evaluation in f64", () => {
  it("covers the catalog and nothing else", () => {
    const names = catalog.map(({ name }) => name);
    const missing = names.filter((name) => !(name in reference.activations));
    expect(missing, `without independent values: ${HOW}`).toEqual([]);
    const gone = Object.keys(reference.activations).filter((name) => !names.includes(name));
    expect(gone, "no longer in the catalog: remove the definition and write values.json again").toEqual([]);
  });

  for (const { name, params, inputs, tree } of catalog) {
    const known = reference.activations[name];
    if (known === undefined || typeof known === "string") continue;
    it(`${name} has the values of its sources`, () => {
      const defaults = Object.fromEntries(params.map((param) => [param.name, param.default]));
      expect(known.settings[0], `the parameters changed: ${HOW}`).toEqual(defaults);
      const points = reference.points[inputs] ?? [];
      expect(points.length, `no points for ${inputs} inputs`).toBeGreaterThan(0);
      known.settings.forEach((setting, s) => {
        points.forEach((point, i) => {
          const ours = evaluate(tree, { x: point[0] ?? Number.NaN, inputs: point, params: setting });
          const theirs = known.values[s]?.[i] ?? Number.NaN;
          const difference = Math.abs(ours - theirs);
          const at = `at ${point.join(", ")} with ${JSON.stringify(setting)}: ${ours}, sources: ${theirs}`;
          expect(difference <= TOLERANCE * Math.max(1, Math.abs(theirs)), at).toBe(true);
        });
      });
    });
  }
});
