import { cacheFault, DatasetError, listDatasets, loadDataset } from "@actbench/datasets";
import { defineCommand } from "../command/command.js";
import { positional } from "../command/positional.js";
import { EXIT } from "../exit-code.js";

/** `actbench datasets verify [NAME …]` */
export const datasetsVerify = defineCommand({
  positionals: { names: positional("many", "datasets to verify; default: all on this machine") },
  flags: {},
  examples: [
    ["datasets verify", "every dataset on this machine"],
    ["datasets verify mnist", "one"],
  ],
  run: async ({ args, terminal }) => {
    const fault = await cacheFault();
    if (fault !== undefined) terminal.note(fault);
    const here = (await listDatasets()).filter(({ where }) => where !== "not_here");
    const names = args.names.length > 0 ? args.names : here.map(({ name }) => name);
    let damaged = 0;
    for (const name of names) {
      try {
        const { hash, trainRows, validationRows, testRows } = await loadDataset(name);
        const rows = [trainRows, validationRows ?? [], testRows].flat().join(" + ");
        terminal.print(`${name}: ok, ${rows} rows, ${hash}`);
      } catch (error) {
        if (!(error instanceof DatasetError) || error.code === "dataset_unknown") throw error;
        damaged++;
        terminal.print(`${name}: ${error.message}`);
      }
    }
    return damaged > 0 ? EXIT.verdict : EXIT.ok;
  },
});
