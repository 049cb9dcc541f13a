import { fetchDataset } from "@actbench/datasets";
import { defineCommand } from "../command/command.js";
import { textFlag } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { keptText } from "../datasets/kept-text.js";
import { EXIT } from "../exit-code.js";

/** `actbench datasets fetch NAME` */
export const datasetsFetch = defineCommand({
  positionals: { name: positional("one", "a set of the catalog, or a new name for the set under --from") },
  flags: {
    from: textFlag("the folder of its four gzipped IDX files, http: or https:", "ADDRESS"),
    description: textFlag("one sentence for list, info and reports", "TEXT"),
    license: textFlag("under which licence the data is", "TEXT"),
  },
  examples: [
    ["datasets fetch fashion-mnist", "from where its authors keep it"],
    [
      "datasets fetch kuzushiji --from http://host/kmnist",
      "another set in MNIST's format, under a name of yours",
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
