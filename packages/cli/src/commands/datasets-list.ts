import { cacheFault, type ListedDataset, listDatasets } from "@actbench/datasets";
import { defineCommand } from "../command/command.js";
import { toggle } from "../command/flag.js";
import { EXIT } from "../exit-code.js";
import { table } from "../terminal/table.js";

const WHERE: Readonly<Record<ListedDataset["where"], string>> = {
  built_in: "here",
  system: "here, a system package",
  kept: "here, in the cache",
  not_here: "to be fetched or imported",
};

/** `actbench datasets list` */
export const datasetsList = defineCommand({
  positionals: {},
  flags: { json: toggle("as JSON, one array") },
  examples: [["datasets list", "names, descriptions, whether they are on this machine"]],
  run: async ({ flags, terminal }) => {
    const entries = await listDatasets();
    const fault = await cacheFault();
    if (fault !== undefined) terminal.note(fault);
    if (flags.json) terminal.print(JSON.stringify(entries, null, 2));
    else
      terminal.print(
        table(
          [{ title: "name" }, { title: "what" }, { title: "where" }],
          entries.map(({ name, description, where }) => [name, description, WHERE[where]]),
          terminal.width(),
        ),
      );
    return EXIT.ok;
  },
});
