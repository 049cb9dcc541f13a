import { type ActivationSpec, lastEpoch } from "@actbench/core/internal";
import type { RunView } from "./run-view.js";

/** Where a trained parameter ended, layer by layer, over completed trials of all settings. */
export interface ParamRange {
  readonly name: string;
  /** Hidden layers, the first one 1. */
  readonly layer: number;
  readonly low: number;
  readonly high: number;
  readonly trials: number;
}

/** The range of each trained parameter at the end, for the layers that have this activation. */
export function paramRanges(view: RunView, { label, params }: ActivationSpec): readonly ParamRange[] {
  const trained = params.filter(({ trainable }) => trainable).map(({ name }) => name);
  const found = new Map<string, ParamRange>();
  for (const { configuration, trials } of trained.length === 0 ? [] : view.points)
    for (const { record } of trials) {
      if (record?.status !== "completed") continue;
      lastEpoch(record)?.params?.forEach((values, i) => {
        if (configuration.spec.model.activation[i]?.label !== label) return;
        for (const name of trained) {
          const value = values[name];
          if (value === undefined) continue;
          const key = `${name} ${i}`;
          const known = found.get(key) ?? { name, layer: i + 1, low: value, high: value, trials: 0 };
          found.set(key, {
            ...known,
            low: Math.min(known.low, value),
            high: Math.max(known.high, value),
            trials: known.trials + 1,
          });
        }
      });
    }
  return [...found.values()];
}
