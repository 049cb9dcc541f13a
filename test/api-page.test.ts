import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ROOT } from "./actbench.js";

it("docs/api.md has every export of the library, and no other", async () => {
  const source = readFileSync(`${ROOT}packages/cli/src/index.ts`, "utf8");
  const exported = [...source.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, list = ""]) =>
    list.split(",").map((name) => name.replace(/\btype\b/, "").trim()),
  );
  const names = exported.filter((name) => name !== "").sort();
  const values = Object.keys(await import("../packages/cli/src/index.js"));
  expect(names).toEqual(expect.arrayContaining(values));
  const [page = ""] = readFileSync(`${ROOT}docs/api.md`, "utf8").split("## Packages");
  const cells = [...page.matchAll(/^\| ([^|]+) \|(.*)$/gm)].map(([row, first = ""]) =>
    /Error`/.test(first) ? row : first,
  );
  const written = cells.flatMap((cell) =>
    [...cell.matchAll(/`(\w+)(?:\([^`]*\))?`/g)].map(([, name = ""]) => name),
  );
  expect([...new Set(written.filter((name) => !["problems", "hint"].includes(name)))].sort()).toEqual(names);
});
