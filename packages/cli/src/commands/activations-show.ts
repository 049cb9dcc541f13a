import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { activationCurve } from "@actbench/core/internal";
import { activationText } from "../activation/activation-text.js";
import { cardJson } from "../activation/card-json.js";
import { chooseActivation } from "../activation/choose-activation.js";
import { defineCommand } from "../command/command.js";
import { textFlag, toggle } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { EXIT } from "../exit-code.js";
import { askPlugin } from "../plugins/ask-plugin.js";
import { loadPlugins } from "../plugins/load-plugins.js";
import { pluginFlag } from "../plugins/plugin-flag.js";
import { pluginRequests } from "../plugins/plugin-request.js";
import { UsageError } from "../usage-error.js";

/** `actbench activations show NAME` */
export const activationsShow = defineCommand({
  positionals: { name: positional("one", "its name in the catalog or in a plugin") },
  flags: {
    plugin: pluginFlag,
    json: toggle("as JSON, one object"),
    svg: textFlag("draw value and slope into a file", "FILE"),
  },
  examples: [
    ["activations show gelu", "all that follows from gelu's formula"],
    ["activations show mish --svg mish.svg", "the same, with a picture"],
  ],
  run: async ({ args, flags, terminal, cwd }) => {
    const { activations, fileOf } = await loadPlugins(pluginRequests(flags.plugin, cwd));
    const activation = chooseActivation(args.name, activations);
    const columns = terminal.columns();
    if ("code" in activation) {
      const asked = { activation: activation.name, code: activation.code, columns };
      const file = fileOf(activation);
      if (flags.svg !== undefined)
        writeFileSync(resolve(cwd, flags.svg), await askPlugin(file, { ask: "svg", ...asked }));
      terminal.print(await askPlugin(file, { ask: flags.json ? "json" : "text", ...asked }));
      return EXIT.ok;
    }
    if (flags.svg !== undefined) {
      const curve = activationCurve(activation);
      if (curve === undefined)
        throw new UsageError(
          `${activation.name} has ${activation.inputs} inputs: it is a surface, not a curve`,
        );
      const { renderActivation } = await import("@actbench/report");
      writeFileSync(resolve(cwd, flags.svg), renderActivation(curve));
    }
    terminal.print(flags.json ? cardJson(activation) : activationText(activation, columns));
    return EXIT.ok;
  },
});
