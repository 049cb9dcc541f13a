import { fetchDataset } from "@actbench/datasets";
import { defineCommand } from "../command/command.js";
import { textFlag } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { keptText } from "../datasets/kept-text.js";
import { EXIT } from "../exit-code.js";

/** `actbench datasets fetch NAME` */
export const datasetsFetch = defineCommand({
  positionals: { name: positional("one", "a dataset of the catalog, or a new name for the one at --from") },
  flags: {
    from: textFlag("address of the folder that holds its four gzipped IDX files", "ADDRESS"),
    description: textFlag("one sentence for list, info and reports", "TEXT"),
    license: textFlag("license of the data", "TEXT"),
  },
  examples: [
    ["datasets fetch fashion-mnist", "from its authors' server"],
    [
      "datasets fetch kuzushiji --from http://host/kmnist",
      "another dataset in MNIST's format, under a name that you choose",
    ],
  ],
  run: async ({ args, flags, terminal }) => {
    const { from, description, license } = flags;
    const dataset = await fetchDataset({
      name: args.name,
      from,
      ...(description === undefined ? {} : { description }),
      ...(license === undefined ? {} : { license }),
    });
    terminal.print(keptText("fetched", dataset));
    return EXIT.ok;
  },
});
