import { existsSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { catalog } from "@actbench/core/internal";
import { listDatasets } from "@actbench/datasets";
import { schemaText, sweepJsonSchema } from "@actbench/sweep";
import { defineCommand } from "../command/command.js";
import { positional } from "../command/positional.js";
import { EXIT } from "../exit-code.js";
import { sweepTemplate } from "../study/sweep-template.js";
import { UsageError } from "../usage-error.js";

const SCHEMA = "sweep.schema.json";

/** `actbench init [FILE]` */
export const init = defineCommand({
  positionals: { file: positional("optional", "the sweep file to write; default: sweep.yaml") },
  flags: {},
  examples: [
    ["init", "sweep.yaml and sweep.schema.json in this folder"],
    ["init studies/smooth.yaml", "in another folder, under another name"],
  ],
  run: async ({ args, terminal, cwd }) => {
    const { file = "sweep.yaml" } = args;
    if (!/\.ya?ml$/i.test(file))
      throw new UsageError(`"${file}" is not a valid name for a sweep file`, "it ends in .yaml");
    const path = resolve(cwd, file);
    if (existsSync(path))
      throw new UsageError(`${file} is already there`, "choose another name, or remove it");
    if (!existsSync(dirname(path)))
      throw new UsageError(`there is no folder "${dirname(file)}"`, `create it first; looked in ${cwd}`);
    const datasetNames = (await listDatasets()).map(({ name }) => name);
    const schema = sweepJsonSchema({ activations: catalog, datasetNames });
    writeFileSync(path, sweepTemplate(SCHEMA), { flag: "wx" });
    // Follows from this version alone: one that is there already may be of an older one.
    writeFileSync(join(dirname(path), SCHEMA), schemaText(schema));
    terminal.print(`wrote ${file} and ${join(dirname(file), SCHEMA)}`);
    terminal.print(`plan it    actbench plan ${file}`);
    terminal.print(`train it   actbench run ${file}`);
    return EXIT.ok;
  },
});
