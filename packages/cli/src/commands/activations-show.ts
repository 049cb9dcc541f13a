import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { activationCurve, plainName } from "@actbench/core/internal";
import { activationText } from "../activation/activation-text.js";
import { cardJson } from "../activation/card-json.js";
import { chooseActivation } from "../activation/choose-activation.js";
import { defineCommand } from "../command/command.js";
import { choiceFlag, textFlag, toggle } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { EXIT } from "../exit-code.js";
import { askPlugin } from "../plugins/ask-plugin.js";
import { loadPlugins } from "../plugins/load-plugins.js";
import { pluginFlag } from "../plugins/plugin-flag.js";
import { pluginRequests } from "../plugins/plugin-request.js";
import type { Terminal } from "../terminal/terminal.js";
import { UsageError } from "../usage-error.js";

/** The tools that an activation is written for. */
const TARGETS = ["torch", "jax", "numpy", "tfjs", "latex", "onnx"] as const;

function named(name: string | undefined): string {
  if (name !== undefined) return name;
  throw new UsageError("the activation's name is missing", "actbench activations list shows the catalog");
}

/** That another name was understood. */
function remarkOnName(asked: string, name: string, terminal: Pick<Terminal, "note">): void {
  if (plainName(asked) !== plainName(name)) terminal.note(`${asked} is called ${name} here`);
}

/** `actbench activations show NAME` */
export const activationsShow = defineCommand({
  positionals: {
    name: positional(
      "optional",
      "its name, or another name of it, in the catalog or in a plugin; left out with --all",
    ),
  },
  flags: {
    plugin: pluginFlag,
    json: toggle("as JSON, one object"),
    svg: textFlag("draw value and derivative as an SVG file", "FILE"),
    as: choiceFlag("print code for another tool, or an ONNX graph", TARGETS),
    all: toggle("with --as: all activations of the catalog and of plugins, in one file"),
    output: textFlag("with --as: output file; default: stdout", "FILE", "o"),
  },
  examples: [
    ["activations show gelu", "the properties of gelu"],
    ["activations show mish --svg mish.svg", "the same, with a picture"],
    ["activations show mish --as torch", "a function and an nn.Module for PyTorch"],
    ["activations show --all --as numpy -o activations.py", "every activation as one module"],
  ],
  run: async ({ args, flags, terminal, cwd }) => {
    const { activations, fileOf } = await loadPlugins(pluginRequests(flags.plugin, cwd));
    if (flags.as !== undefined) {
      if (flags.json || flags.svg !== undefined)
        throw new UsageError(
          `--as and ${flags.json ? "--json" : "--svg"} exclude each other`,
          "use one, then the other",
        );
      const chosen = flags.all ? activations : [chooseActivation(named(args.name), activations)];
      // Few commands need what writes code: it is loaded where it is asked for.
      const { writeSource } = await import("../activation/write-source.js");
      writeSource({ activations: chosen, target: flags.as, output: flags.output, cwd }, terminal);
      return EXIT.ok;
    }
    if (flags.all || flags.output !== undefined)
      throw new UsageError(
        `${flags.all ? "--all" : "--output"} needs --as`,
        `add one of ${TARGETS.map((target) => `--as ${target}`).join(", ")}`,
      );
    const activation = chooseActivation(named(args.name), activations);
    remarkOnName(named(args.name), activation.name, terminal);
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
