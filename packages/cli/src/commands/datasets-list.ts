import { datasetCatalog } from "@actbench/datasets";
import { defineCommand } from "../command/command.js";
import { toggle } from "../command/flag.js";
import { EXIT } from "../exit-code.js";
import { table } from "../terminal/table.js";

/** `actbench datasets list` */
export const datasetsList = defineCommand({
  name: "datasets list",
  summary: "The datasets a sweep file can name",
  positionals: {},
  flags: { json: toggle("as JSON, one array") },
  examples: [["datasets list", "names, what they are, where they are from"]],
  run: ({ flags, terminal }) => {
    const entries = datasetCatalog.map(({ load: _, ...about }) => about);
    if (flags.json) terminal.print(JSON.stringify(entries, null, 2));
    else
      terminal.print(
        table(
          [{ title: "name" }, { title: "what" }, { title: "source" }],
          entries.map(({ name, description, source }) => [name, description, source]),
        ),
      );
    return EXIT.ok;
  },
});
