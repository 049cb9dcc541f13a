import { type Activation, catalog } from "@actbench/core";
import { defineCommand } from "../command/command.js";
import { toggle } from "../command/flag.js";
import { EXIT } from "../exit-code.js";
import { table } from "../terminal/table.js";

/** `actbench activations list` */
export const activationsList = defineCommand({
  name: "activations list",
  summary: "The activation functions a sweep file can name",
  positionals: {},
  flags: { json: toggle("as JSON, one array") },
  examples: [["activations list", "names, formulas, parameters with their defaults"]],
  run: ({ flags, terminal }) => {
    if (flags.json)
      terminal.print(
        JSON.stringify(
          catalog.map(({ treeOf: _, ...activation }) => activation),
          null,
          2,
        ),
      );
    else
      terminal.print(
        table(
          [{ title: "name" }, { title: "formula" }, { title: "parameters" }, { title: "family" }],
          catalog.map((activation) => [
            activation.name,
            activation.formula,
            parameters(activation),
            activation.family,
          ]),
        ),
      );
    return EXIT.ok;
  },
});

function parameters({ params }: Activation): string {
  return params
    .map((param) => `${param.name}=${param.default}${param.trainable ? " (trained)" : ""}`)
    .join(", ");
}
