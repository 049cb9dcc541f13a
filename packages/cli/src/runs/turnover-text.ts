import type { EpochRecord } from "@actbench/core/internal";
import { table } from "../terminal/table.js";

const TITLES = ["layer", "units", "born dead", "came alive", "died", "came back", "dead", "longest dead"];

/**
 * What happened to the units of each layer from the first probe to the last; nothing where it was not
 * counted.
 */
export function turnoverText(curve: readonly EpochRecord[]): readonly string[] {
  const layers = curve.findLast(({ units }) => units !== undefined)?.units ?? [];
  if (layers.every(({ born_dead }) => born_dead === undefined)) return [];
  return [
    "",
    "units from the first evaluation to the last; longest dead in steps:",
    table(
      TITLES.map((title) => ({ title, align: "right" as const })),
      layers.map(({ units, dead, born_dead, born_late, died, revived, longest_dead }, layer) => [
        `${layer + 1}`,
        ...[units, born_dead, born_late, died, revived, dead, longest_dead].map((count) =>
          count === undefined ? "" : `${count}`,
        ),
      ]),
    ),
  ];
}
