// Files that follow from a list in the source: `pnpm generate` writes them, `--check` says which are out of date.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { catalog } from "../packages/core/dist/index.js";
import { datasetCatalog } from "../packages/datasets/dist/index.js";
import { settingReference, sweepJsonSchema } from "../packages/sweep/dist/index.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const datasetNames = datasetCatalog.map(({ name }) => name);
const cell = (text) => text.replaceAll("|", "\\|");

const files = {
  "configs/sweep.schema.json": `${JSON.stringify(sweepJsonSchema({ activations: catalog, datasetNames }), null, 2)}\n`,
  "docs/settings.md": [
    "# Settings",
    "",
    "What a point of a sweep can set. Every one can be fixed in the file, varied under `parameters`, or given on the",
    "command line as `name=value`; the short name (`lr` for `train.lr`) will do where only one setting ends with it.",
    "Written by `pnpm generate` from the list that also validates sweep files.",
    "",
    "| setting | takes | default | meaning |",
    "| --- | --- | --- | --- |",
    ...settingReference().map(
      ({ name, takes, default: value, doc }) =>
        `| \`${name}\` | ${cell(takes)} | ${cell(value)} | ${cell(doc)} |`,
    ),
    "",
  ].join("\n"),
};

let stale = 0;
for (const [file, text] of Object.entries(files)) {
  if (!process.argv.includes("--check")) writeFileSync(`${root}${file}`, text);
  else if (read(`${root}${file}`) !== text) {
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
