import { defineCommand } from "../command/command.js";
import { textFlag, toggle } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { traceFound } from "../forensics/trace-found.js";
import { unitFlag } from "../forensics/unit-flag.js";
import { unitHistoryText } from "../forensics/unit-history-text.js";
import { codeModules } from "../plugins/load-plugins.js";
import { pluginFlag } from "../plugins/plugin-flag.js";
import { findTrial } from "../runs/find-trial.js";
import { outFlag, outFolder } from "../runs/out-flag.js";
import { trialText } from "../runs/trial-text.js";

/** `actbench show TRIAL` */
export const show = defineCommand({
  positionals: { trial: positional("one", "the start of a trial's id, or its number together with --run") },
  flags: {
    run: textFlag("run to search; default: all runs under --out", "RUN"),
    unit: unitFlag,
    plugin: pluginFlag,
    out: outFlag,
    json: toggle("print JSON: planned, spec, record; with --unit: the unit's history"),
  },
  examples: [
    ["show 3fa9", "the trial whose id starts with 3fa9"],
    ["show 12 --run quickstart", "trial 12 of a run"],
    ["show 3fa9 --unit 2:17", "when and why unit 17 of layer 2 died"],
  ],
  run: async ({ args, flags, terminal, cwd }) => {
    const place = { cwd, out: outFolder(cwd, flags.out) };
    const { found, code } = await findTrial(args.trial, flags.run, place, terminal);
    if (flags.unit !== undefined) {
      const history = await traceFound(found, flags.unit, await codeModules(flags.plugin, cwd));
      terminal.print(flags.json ? JSON.stringify(history, null, 2) : unitHistoryText(found, history));
      return code();
    }
    terminal.print(flags.json ? JSON.stringify(found, null, 2) : trialText(found, terminal.width()));
    return code();
  },
});
