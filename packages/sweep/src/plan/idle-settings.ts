import {
  OPTIMIZER_ENTRIES,
  OPTIMIZER_SETTINGS,
  type Optimizer,
  type OptimizerEntry,
} from "@actbench/core/internal";
import type { ProblemList } from "../config/problem-list.js";
import type { MadePoints } from "./make-points.js";

/** Settings of optimizers, with those that use them. */
const USED_BY: Readonly<Record<string, readonly Optimizer[]>> = Object.fromEntries(
  OPTIMIZER_SETTINGS.map((setting) => [
    `train.${setting}`,
    OPTIMIZER_ENTRIES.filter(({ reads }: OptimizerEntry<Optimizer>) => reads.includes(setting)).map(
      ({ name }) => name,
    ),
  ]),
);

/** Warns of axes that change nothing at some points: these would be compared with themselves. */
export function warnOfIdleSettings(
  { axes, points }: Pick<MadePoints, "axes" | "points">,
  problems: ProblemList,
): void {
  for (const { name, values } of axes) {
    const users = USED_BY[name];
    if (users === undefined || values.length < 2) continue;
    const idle = new Set<Optimizer>();
    for (const { settings, spec } of points) {
      const { optimizer } = spec.train;
      // sgd with a momentum has become the optimizer momentum; without one it needs none.
      const isUsed = users.includes(optimizer) || (optimizer === "sgd" && name === "train.momentum");
      if (settings[name] !== undefined && !isUsed) idle.add(optimizer);
    }
    if (idle.size > 0)
      problems.warn(
        `${name} has no effect with the optimizer ${[...idle].join(", ")}: configurations that differ only in it are the same training; its axis can have when: ${users.map((user) => `train.optimizer == "${user}"`).join(" or ")}`,
      );
  }
}
