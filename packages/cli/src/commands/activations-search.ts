import { searchCatalog } from "@actbench/core/atlas";
import { nearestName } from "@actbench/core/internal";
import { defineCommand } from "../command/command.js";
import { toggle } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { EXIT } from "../exit-code.js";
import { loadPlugins } from "../plugins/load-plugins.js";
import { pluginFlag } from "../plugins/plugin-flag.js";
import { pluginRequests } from "../plugins/plugin-request.js";
import { table } from "../terminal/table.js";

/** `actbench activations search WORD …` */
export const activationsSearch = defineCommand({
  positionals: { words: positional("some", "words that all must be there; case does not matter") },
  flags: { plugin: pluginFlag, json: toggle("as JSON, one array") },
  examples: [
    ["activations search silu", "names and other names that hold it, and texts"],
    ["activations search hendrycks 2016", "by authors and year"],
  ],
  run: async ({ args, flags, terminal, cwd }) => {
    const { activations } = await loadPlugins(pluginRequests(flags.plugin, cwd));
    const found = searchCatalog(args.words, activations);
    if (flags.json) terminal.print(JSON.stringify(found, null, 2));
    else if (found.length > 0)
      terminal.print(
        table(
          [{ title: "name" }, { title: "found in" }, { title: "text" }],
          found.map(({ name, where, text }) => [name, where, where === "name" ? "" : text]),
          terminal.width(),
        ),
      );
    else {
      const near = nearestName(
        args.words.join("_"),
        activations.map(({ name }) => name),
      );
      terminal.note(
        `nothing says "${args.words.join(" ")}"${near === undefined ? "" : `; did you mean ${near}?`}`,
      );
    }
    return EXIT.ok;
  },
});
