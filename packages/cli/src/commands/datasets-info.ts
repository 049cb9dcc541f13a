import { loadDataset } from "@actbench/datasets";
import { defineCommand } from "../command/command.js";
import { toggle } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { datasetSummary } from "../datasets/dataset-summary.js";
import { datasetText } from "../datasets/dataset-text.js";
import { EXIT } from "../exit-code.js";

/** `actbench datasets info NAME` */
export const datasetsInfo = defineCommand({
  positionals: { name: positional("one", "its name: see datasets list") },
  flags: {
    inputs: toggle("show the range of every input"),
    json: toggle("as JSON, one object, with every input"),
  },
  examples: [
    ["datasets info iris", "150 flowers, four measures"],
    ["datasets info mnist --json", "with the range of each of 784 pixels"],
  ],
  run: async ({ args, flags, terminal }) => {
    const summary = datasetSummary(await loadDataset(args.name));
    terminal.print(
      flags.json ? JSON.stringify(summary, null, 2) : datasetText(summary, { all: flags.inputs }),
    );
    return EXIT.ok;
  },
});
