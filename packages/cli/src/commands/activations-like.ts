import { type Neighbor, nearest, nearestActivations } from "@actbench/core/atlas";
import { type Activation, activationCurve, defineActivation, FormulaError } from "@actbench/core/internal";
import { activationCalled, chooseActivation } from "../activation/choose-activation.js";
import { neighborText, paramsText, rounded } from "../activation/neighbor-text.js";
import { defineCommand } from "../command/command.js";
import { countFlag, toggle } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { EXIT } from "../exit-code.js";
import { loadPlugins } from "../plugins/load-plugins.js";
import { pluginFlag } from "../plugins/plugin-flag.js";
import { pluginRequests } from "../plugins/plugin-request.js";
import { table } from "../terminal/table.js";
import { UsageError } from "../usage-error.js";

const COUNT = 8;

/** `actbench activations like NAME|FORMULA` */
export const activationsLike = defineCommand({
  positionals: { what: positional("one", "a name in the catalog or a plugin, or a formula of x in quotes") },
  flags: {
    plugin: pluginFlag,
    count: countFlag(`how many; default: ${COUNT}`, 1),
    json: toggle("as JSON, one array"),
  },
  examples: [
    ["activations like gelu", "the curves nearest to gelu's"],
    ['activations like "x * sigmoid(1.7 * x)"', "whether a formula is known, and at which parameters"],
  ],
  run: async ({ args, flags, terminal, cwd }) => {
    const { activations } = await loadPlugins(pluginRequests(flags.plugin, cwd));
    const { name, value } = curveOf(args.what, activations);
    const found = nearestActivations(value, {
      count: flags.count ?? COUNT,
      fit: true,
      without: name === undefined ? [] : [name],
    });
    if (flags.json) terminal.print(JSON.stringify(found, null, 2));
    else {
      terminal.print(neighborTable(found, terminal.width()));
      const [first] = found;
      if (first !== undefined) terminal.print(`\n${name ?? "it"} is ${neighborText(first)} on [−4, 4]`);
    }
    return EXIT.ok;
  },
});

function neighborTable(neighbors: readonly Neighbor[], width: number): string {
  return table(
    [
      { title: "name" },
      { title: "distance", align: "right" },
      { title: "at its defaults", align: "right" },
      { title: "fitted" },
    ],
    neighbors.map((neighbor) => [
      neighbor.name,
      rounded(nearest(neighbor)),
      rounded(neighbor.distance),
      paramsText(neighbor).replace(/^ at /, ""),
    ]),
    width,
  );
}

/** The function of a name, an other name or a formula. */
function curveOf(
  what: string,
  activations: readonly Activation[],
): { readonly name?: string; value(x: number): number } {
  const known = activationCalled(what, activations);
  const activation =
    known ?? (/^\w+$/.test(what) && what !== "x" ? chooseActivation(what, activations) : undefined);
  if (activation !== undefined) return { ...drawn(activation), name: activation.name };
  try {
    return drawn(defineActivation({ name: "it", formula: what }));
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    throw new UsageError(
      `"${what}" is neither a name in the catalog nor a formula of x: ${error.reason}`,
      error.hint ?? 'a formula is text such as "max(x, 0) + 0.1 * sin(x)"; parameters are numbers in it',
    );
  }
}

function drawn(activation: Activation): { value(x: number): number } {
  if ("code" in activation)
    throw new UsageError(
      `${activation.name} is code of a plugin`,
      "actbench activations check says which activation is nearest to it",
    );
  const curve = activationCurve(activation);
  if (curve === undefined)
    throw new UsageError(
      `${activation.name} has ${activation.inputs} inputs: it is a surface, not a curve`,
      "only curves of one input are compared",
    );
  return curve;
}
