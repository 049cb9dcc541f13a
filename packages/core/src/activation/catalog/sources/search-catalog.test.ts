import { describe, expect, it } from "vitest";
import { defineActivation } from "../../define-activation.js";
import { catalog } from "../catalog.js";
import { searchCatalog } from "./search-catalog.js";

const names = (...words: readonly string[]) => searchCatalog(words, catalog).map(({ name }) => name);

describe("searchCatalog", () => {
  it("finds a whole name first, then names that hold the word, then who wrote of it", () => {
    expect(names("gelu")[0]).toBe("gelu");
    expect(names("GELU")).toEqual(expect.arrayContaining(["gelu", "gelu_tanh", "quick_gelu"]));
    expect(names("hendrycks")).toEqual(expect.arrayContaining(["gelu", "gelu_tanh", "quick_gelu"]));
    expect(searchCatalog(["hendrycks"], catalog)[0]?.where).toBe("source");
  });

  it("wants every word, in any of the texts", () => {
    expect(names("hendrycks", "quick")[0]).toBe("quick_gelu");
    expect(names("hendrycks", "nowhere_at_all")).toEqual([]);
  });

  it("reads a plugin's own source, also where its name is a built-in's", () => {
    const own = defineActivation({ name: "mish", formula: "x", cite: "Lovelace 1843" });
    expect(searchCatalog(["lovelace"], [own])).toEqual([
      { name: "mish", where: "source", text: "Lovelace 1843" },
    ]);
    expect(searchCatalog(["misra"], [own])).toEqual([]);
  });
});
