import type { Json } from "@actbench/core";
import { canonicalJson } from "@actbench/core";
import { trialValue } from "../metrics/trial-value.js";
import { mean } from "../stats/mean.js";
import { type PairedDifference, pairedDifference } from "../stats/paired-difference.js";
import { otherSettings } from "../view/other-settings.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";

/** The effect of one value of an axis against the axis' baseline, of the study's metric. */
export interface Effect {
  readonly value: Json;
  /** Value less baseline, paired by seed; n counts seeds, whatever the number of settings. */
  readonly paired: PairedDifference;
}

/** Effects where all other settings are equal. */
export interface EffectsPlace {
  /** The other settings; absent: the mean over all of them. */
  readonly settings?: Readonly<Record<string, Json>>;
  readonly effects: readonly Effect[];
}

/** Everything to say of one axis with a baseline. */
export interface AxisEffects {
  readonly axis: string;
  readonly baseline: Json;
  readonly overall: EffectsPlace;
  /** One per combination of other settings that holds the baseline, in plan order. */
  readonly places: readonly EffectsPlace[];
}

type BySeed = ReadonlyMap<number, number | undefined>;

/** The values of one combination of other settings, by the axis' value. */
interface Place {
  readonly settings: Readonly<Record<string, Json>>;
  readonly values: Map<string, BySeed>;
}

function gather(view: RunView, axis: string): readonly Place[] {
  const places = new Map<string, Place>();
  const bySeed = ({ trials }: PointView): BySeed =>
    new Map(trials.map(({ planned, record }) => [planned.seed, trialValue(record, view.metric)]));
  for (const point of view.points) {
    const value = point.point.settings[axis];
    if (value === undefined) continue;
    const key = otherSettings(point, axis);
    const { [axis]: _, ...settings } = point.point.settings;
    const place = places.get(key) ?? { settings, values: new Map<string, BySeed>() };
    place.values.set(canonicalJson(value), bySeed(point));
    places.set(key, place);
  }
  return [...places.values()];
}

/** Per seed the mean of the differences over places, so that n stays the number of seeds. */
function overall(places: readonly Place[], key: string, baseKey: string, view: RunView): PairedDifference {
  let leftOut = 0;
  const pairs = view.study.seeds.flatMap((seed): (readonly [number, number])[] => {
    const differences: number[] = [];
    for (const { values } of places) {
      const [base, value] = [values.get(baseKey), values.get(key)];
      if (base === undefined || value === undefined) continue;
      const [a, b] = [base.get(seed), value.get(seed)];
      if (a === undefined || b === undefined) leftOut++;
      else differences.push(b - a);
    }
    const center = mean(differences);
    return center === undefined ? [] : [[0, center]];
  });
  return { ...pairedDifference(pairs, view.confidence), leftOut };
}

function axisEffects(view: RunView, axis: string, baseline: Json): AxisEffects | undefined {
  const baseKey = canonicalJson(baseline);
  const places = gather(view, axis).filter(({ values }) => values.has(baseKey));
  const others = view.study.axes.find(({ name }) => name === axis)?.values ?? [];
  const compared = others.filter((value) => canonicalJson(value) !== baseKey);
  if (places.length === 0 || compared.length === 0) return undefined;
  return {
    axis,
    baseline,
    overall: {
      effects: compared.map((value) => ({
        value,
        paired: overall(places, canonicalJson(value), baseKey, view),
      })),
    },
    places: places.map(({ settings, values }) => ({
      settings,
      effects: compared.flatMap((value) => {
        const side = values.get(canonicalJson(value));
        if (side === undefined) return [];
        const pairs = view.study.seeds.map(
          (seed) => [values.get(baseKey)?.get(seed), side.get(seed)] as const,
        );
        return { value, paired: pairedDifference(pairs, view.confidence) };
      }),
    })),
  };
}

/** Effects of every axis that has a baseline, at equal settings and paired by seed. */
export function effectsOf(view: RunView): readonly AxisEffects[] {
  return view.study.axes.flatMap(({ name }) => {
    const baseline = view.study.baseline?.[name];
    return baseline === undefined ? [] : (axisEffects(view, name, baseline) ?? []);
  });
}
