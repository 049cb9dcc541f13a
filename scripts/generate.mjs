// Files that follow from a list in the source: `pnpm generate` writes them, `--check` says which are out of
// date. With `--all` the facts of every activation are computed anew, those of unchanged formulas too.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { catalog } from "../packages/core/dist/internal.bundle.js";
import { datasetCatalog } from "../packages/datasets/dist/index.bundle.js";
import { schemaText, sweepJsonSchema } from "../packages/sweep/dist/index.bundle.js";
import { activationFiles } from "./generate/activations-page.mjs";
import { pageScript } from "./generate/page-script.mjs";
import { settingsPage } from "./generate/settings-page.mjs";
import { currentFacts, storedAliasesFile, storedFactsFile } from "./generate/stored-facts.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const datasetNames = datasetCatalog.map(({ name }) => name);

const facts = currentFacts({ all: process.argv.includes("--all") });

const files = {
  "packages/core/src/activation/catalog/facts/stored-facts.ts": storedFactsFile(facts),
  "packages/core/src/activation/catalog/facts/stored-aliases.ts": storedAliasesFile(),
  "packages/report/src/page/script.ts": await pageScript(),
  "configs/sweep.schema.json": schemaText(sweepJsonSchema({ activations: catalog, datasetNames })),
  "docs/settings.md": settingsPage(),
  ...activationFiles(facts),
};

// Pictures of families that are no more, or single ones of an earlier version.
const outOfList = readdirSync(`${root}docs/activations`)
  .map((name) => `docs/activations/${name}`)
  .filter((file) => !Object.hasOwn(files, file));

let stale = 0;
for (const file of outOfList) {
  if (!process.argv.includes("--check")) rmSync(`${root}${file}`);
  else {
    console.error(`${file} follows from nothing: pnpm generate removes it`);
    stale++;
  }
}
for (const [file, text] of Object.entries(files)) {
  if (!process.argv.includes("--check")) {
    mkdirSync(dirname(`${root}${file}`), { recursive: true });
    writeFileSync(`${root}${file}`, text);
  } else if (read(`${root}${file}`) !== text) {
    console.error(`${file} is out of date: pnpm generate`);
    stale++;
  }
}
process.exit(stale > 0 ? 1 : 0);

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}
