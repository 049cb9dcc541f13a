import { ConfigError, formatProblem } from "@actbench/sweep";
import { defineCommand } from "../command/command.js";
import { positional } from "../command/positional.js";
import { EXIT } from "../exit-code.js";
import { pluginFlag } from "../plugins/plugin-flag.js";
import { loadStudy } from "../study/load-study.js";
import { plural } from "../terminal/plural.js";
import { UsageError } from "../usage-error.js";

/** `actbench validate CONFIG …` */
export const validate = defineCommand({
  positionals: { configs: positional("some", "sweep files (YAML)") },
  flags: { plugin: pluginFlag },
  examples: [
    ["validate configs/quickstart.yaml", "check one file"],
    ["validate configs/*.yaml", "check many"],
  ],
  run: async ({ args, flags, terminal, cwd }) => {
    let wrong = 0;
    for (const config of args.configs) {
      try {
        const { sweep } = await loadStudy({ config, overrides: [], cwd, plugins: flags.plugin });
        for (const warning of sweep.warnings) terminal.note(`${config}: ${warning}`);
        terminal.print(`${config}: ok, ${plural(sweep.plan.length, "trial")}`);
      } catch (error) {
        wrong++;
        if (error instanceof ConfigError)
          for (const problem of error.problems) terminal.print(formatProblem(problem));
        else if (error instanceof UsageError)
          terminal.print(`${config}: ${error.message}${error.hint === undefined ? "" : ` (${error.hint})`}`);
        else throw error;
      }
    }
    return wrong > 0 ? EXIT.usage : EXIT.ok;
  },
});
