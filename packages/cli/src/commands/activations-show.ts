import { catalog, findActivation, nearestName } from "@actbench/core";
import { activationText } from "../activation/activation-text.js";
import { defineCommand } from "../command/command.js";
import { positional } from "../command/positional.js";
import { EXIT } from "../exit-code.js";
import { UsageError } from "../usage-error.js";

/** `actbench activations show NAME` */
export const activationsShow = defineCommand({
  name: "activations show",
  summary: "One activation: formula, slope, where it is dead, gain, source",
  positionals: { name: positional("one", "its name in the catalog") },
  flags: {},
  examples: [["activations show gelu", "all that follows from gelu's formula"]],
  run: ({ args, terminal }) => {
    const activation = findActivation(args.name);
    if (activation === undefined) {
      const near = nearestName(
        args.name,
        catalog.map(({ name }) => name),
      );
      throw new UsageError(
        `there is no activation "${args.name}" in the catalog`,
        near === undefined ? "actbench activations list names them all" : `did you mean ${near}?`,
      );
    }
    terminal.print(activationText(activation));
    return EXIT.ok;
  },
});
