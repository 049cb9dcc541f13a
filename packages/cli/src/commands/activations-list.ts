import {
  type Activation,
  activationSpec,
  type ElementwiseSpeed,
  measureElementwise,
} from "@actbench/core/internal";
import { filteredRows, SORTS, sortedRows, yearFlag } from "../activation/list-filter.js";
import { type ListRow, listRow, withSpeed } from "../activation/list-row.js";
import { listTable } from "../activation/list-table.js";
import { defineCommand } from "../command/command.js";
import { choiceFlag, textFlag, toggle } from "../command/flag.js";
import { EXIT } from "../exit-code.js";
import { clock } from "../machine/clock.js";
import { loadPlugins } from "../plugins/load-plugins.js";
import { pluginFlag } from "../plugins/plugin-flag.js";
import { pluginRequests } from "../plugins/plugin-request.js";

/** `actbench activations list` */
export const activationsList = defineCommand({
  positionals: {},
  flags: {
    family: textFlag("only this family", "FAMILY"),
    year: yearFlag,
    dead: toggle("only those whose units can be dead"),
    "non-monotone": toggle("only those that rise and fall"),
    trained: toggle("only those with a trained parameter"),
    sort: choiceFlag("order of the rows; default: as in the catalog", SORTS),
    plugin: pluginFlag,
    measure: toggle("measure the time per element of those listed, about a tenth of a second each"),
    json: toggle("as JSON, one array, with other names, kinks, moments and source"),
  },
  examples: [
    ["activations list", "names, families, parameters with their defaults, properties"],
    ["activations list --dead --year 2015-2019 --sort gain", "some, by their gain"],
    [
      "activations list --family self-gated --measure",
      "one family, with the time that each takes on this machine",
    ],
  ],
  run: async ({ flags, terminal, cwd }) => {
    const { activations } = await loadPlugins(pluginRequests(flags.plugin, cwd));
    const filter = {
      family: flags.family,
      year: flags.year,
      dead: flags.dead,
      nonMonotone: flags["non-monotone"],
      trained: flags.trained,
    };
    const found = sortedRows(filteredRows(activations.map(listRow), filter), flags.sort);
    const rows = flags.measure ? await measured(found, activations) : found;
    if (flags.json) terminal.print(JSON.stringify(rows, null, 2));
    else if (rows.length === 0) terminal.note("no activation is like that");
    else
      terminal.print(listTable(rows, { measured: flags.measure, sort: flags.sort, width: terminal.width() }));
    return EXIT.ok;
  },
});

async function measured(
  rows: readonly ListRow[],
  activations: readonly Activation[],
): Promise<readonly ListRow[]> {
  const listed = new Set(rows.map(({ name }) => name));
  const formulas = activations.filter((one) => "tree" in one && listed.has(one.name));
  const { enableRelaxedSimd } = await import("@actbench/workers/engine");
  const speeds: readonly ElementwiseSpeed[] = measureElementwise(
    formulas.flatMap((activation) => ("tree" in activation ? activationSpec(activation) : [])),
    { numerics: enableRelaxedSimd() ? "fma" : "strict", now: clock },
  );
  const speedOf = new Map(formulas.map(({ name }, i) => [name, speeds[i]]));
  return rows.map((row) => withSpeed(row, speedOf.get(row.name)));
}
