import {
  activationSpec,
  type ElementwiseSpeed,
  type FormulaActivation,
  measureElementwise,
} from "@actbench/core/internal";
import { type ListRow, listRow } from "../activation/list-row.js";
import { defineCommand } from "../command/command.js";
import { toggle } from "../command/flag.js";
import { EXIT } from "../exit-code.js";
import { clock } from "../machine/clock.js";
import { loadPlugins } from "../plugins/load-plugins.js";
import { pluginFlag } from "../plugins/plugin-flag.js";
import { pluginRequests } from "../plugins/plugin-request.js";
import { table } from "../terminal/table.js";

/** `actbench activations list` */
export const activationsList = defineCommand({
  positionals: {},
  flags: {
    plugin: pluginFlag,
    measure: toggle("measure the time per element now, which takes some seconds"),
    json: toggle("as JSON, one array"),
  },
  examples: [
    ["activations list", "names, families, parameters with their defaults, properties"],
    ["activations list --measure", "the same, with the time that each takes on this machine"],
  ],
  run: async ({ flags, terminal, cwd }) => {
    const { activations } = await loadPlugins(pluginRequests(flags.plugin, cwd));
    const formulas = activations.filter((activation) => "tree" in activation);
    const speeds = flags.measure ? await measured(formulas) : [];
    const speedOf = new Map(formulas.map(({ name }, i) => [name, speeds[i]]));
    const rows = activations.map((activation) => listRow(activation, speedOf.get(activation.name)));
    terminal.print(
      flags.json ? JSON.stringify(rows, null, 2) : listText(rows, flags.measure, terminal.width()),
    );
    return EXIT.ok;
  },
});

async function measured(formulas: readonly FormulaActivation[]): Promise<readonly ElementwiseSpeed[]> {
  const { enableRelaxedSimd } = await import("@actbench/workers/engine");
  return measureElementwise(
    formulas.map((activation) => activationSpec(activation)),
    { numerics: enableRelaxedSimd() ? "fma" : "strict", now: clock },
  );
}

function listText(rows: readonly ListRow[], measured: boolean, width: number): string {
  const costs = measured
    ? ([
        { title: "ns forward", align: "right" },
        { title: "ns with slope", align: "right" },
      ] as const)
    : [];
  return table(
    [
      { title: "name" },
      { title: "family" },
      { title: "parameters" },
      { title: "monotone", minor: 1 },
      { title: "smooth", minor: 1 },
      { title: "range", minor: 1 },
      ...costs,
    ],
    rows.map((row) => [
      row.name,
      row.family,
      row.params
        .map((param) => `${param.name}=${short(param.default)}${param.trainable ? " (trained)" : ""}`)
        .join(", "),
      answer(row.monotone),
      answer(row.smooth),
      row.formula === null
        ? "code"
        : row.range === null
          ? `${row.inputs} inputs`
          : row.range.map((end, i) => bound(end, i)).join(" … "),
      ...(measured ? [row.forward_ns?.toFixed(2) ?? "", row.both_ns?.toFixed(2) ?? ""] : []),
    ]),
    width,
  );
}

function answer(claim: boolean | null): string {
  return claim === null ? "" : claim ? "yes" : "no";
}

function bound(end: number | null, side: number): string {
  return end === null ? (side === 0 ? "−∞" : "∞") : short(end);
}

function short(value: number): string {
  return `${Number(value.toPrecision(4))}`;
}
