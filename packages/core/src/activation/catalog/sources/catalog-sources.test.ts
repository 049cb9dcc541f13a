import { describe, expect, it } from "vitest";
import { catalog } from "../catalog.js";
import { catalogSource, sourceFiles } from "./catalog-sources.js";
import { leftOut } from "./left-out.js";

const names = catalog.map(({ name }) => name);
const sourced = sourceFiles.flatMap(Object.keys);

describe("the sources of the catalog", () => {
  it("name where each activation comes from, and nothing that is not there", () => {
    expect([...sourced].sort()).toEqual([...names].sort());
    for (const name of names) expect((catalogSource(name)?.cite ?? "").length, name).toBeGreaterThan(4);
  });

  it("give no name to two activations", () => {
    const all = [
      ...names,
      ...sourced.flatMap((name) => (catalogSource(name)?.aliases ?? []).map((other) => other.name)),
      ...leftOut.map(({ name }) => name),
    ];
    expect(all.filter((name, i) => all.indexOf(name) !== i)).toEqual([]);
    expect(all.filter((name) => !/^[a-z][a-z0-9_]*$/.test(name))).toEqual([]);
  });

  it("have years of this field, no later than the source says", () => {
    for (const name of names) {
      const { year, cite = "" } = catalogSource(name) ?? {};
      if (year === undefined) continue;
      expect(year, name).toBeGreaterThan(1900);
      const cited = [...cite.matchAll(/\b(?:19|20)\d\d\b(?![./])/g)].map(([text]) => Number(text));
      if (cited.length > 0) expect(Math.min(...cited), name).toBeLessThanOrEqual(year);
    }
  });
});
