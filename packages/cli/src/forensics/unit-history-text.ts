import type { UnitHistory, UnitLook, UnitTurn } from "@actbench/core/internal";
import { wholeNumber } from "@actbench/core/text";
import { formatPercent } from "@actbench/report";
import type { FoundTrial } from "../runs/find-trial.js";
import { oneLine } from "../terminal/own-codes.js";
import { table } from "../terminal/table.js";

/** Moments shown; of more, the first and last ones. */
const MAX_MOMENTS = 40;

/** A unit's life as a page of text: its moments, then each turn with the update that made it. */
export function unitHistoryText({ planned, point, run }: FoundTrial, history: UnitHistory): string {
  const { layer, unit, probe_n, moments, turns } = history;
  return [
    `unit ${layer}:${unit} of trial ${planned.trial} of ${oneLine(run)}: ${oneLine(point.label)}, seed ${planned.seed}`,
    `over ${wholeNumber(probe_n)} training examples`,
    "",
    looks(
      "updates",
      shortened(moments).map((moment) => [`${moment.step}`, moment]),
    ),
    "",
    ...(turns.length === 0 ? [unchanged(history)] : turns.map(turnText)),
  ].join("\n");
}

function shortened<T>(moments: readonly T[]): readonly T[] {
  return moments.length <= MAX_MOMENTS
    ? moments
    : [...moments.slice(0, MAX_MOMENTS / 2), ...moments.slice(-MAX_MOMENTS / 2)];
}

function unchanged({ moments }: UnitHistory): string {
  const dead = moments[0]?.states.includes("dead");
  return dead
    ? "dead from the start, and at each of these steps"
    : "alive at each of these steps; changes between them are not visible";
}

const WORDS = {
  "own weights": "its own weights and bias moved its pre-activation across the kink",
  "layers before": "the layers before it moved: its own weights alone would not have done it",
  "both together": "its own weights and the layers before it moved: neither alone would have done it",
} as const;
const KINDS = { death: "died", birth: "came to life", revival: "came back to life" } as const;

function turnText({ kind, step, epoch, batch, lr, loss, labels, by, before, after }: UnitTurn): string {
  const classes = labels.flatMap((count, label) => (count > 0 ? [`${count} × ${label}`] : []));
  return [
    `${KINDS[kind]} at step ${step} (epoch ${epoch}, batch ${batch}, learning rate ${lr}): ${WORDS[by]}`,
    `the batch: mean loss ${loss.toPrecision(4)}${classes.length === 0 ? "" : `, classes ${classes.join(", ")}`}`,
    looks("", [
      ["before", before],
      ["after", after],
    ]),
    "",
  ].join("\n");
}

function looks(title: string, rows: readonly (readonly [name: string, look: UnitLook])[]): string {
  const right = (name: string) => ({ title: name, align: "right" as const });
  return table(
    [
      right(title),
      ...["z > 0", "z mean", "z sd", "max |f′|", "bias", "|weights|"].map(right),
      { title: "state" },
    ],
    rows.map(([name, look]) => [
      name,
      formatPercent(look.activity, 1),
      ...[look.z_mean, look.z_std, look.max_slope, look.bias, look.weight_norm].map((x) => x.toPrecision(4)),
      look.states.join(", ") || "alive",
    ]),
  );
}
