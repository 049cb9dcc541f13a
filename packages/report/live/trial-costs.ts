import type { ReadTrial } from "./read-trial.js";

const PHASES = ["data", "forward", "backward", "update"] as const;

/** What a trial cost, as `actbench show` says it; what a page does not hold is not said. */
export function trialCosts({ number }: ReadTrial): string {
  const seconds = (name: string, path: string): string => {
    const value = number(path);
    return value === undefined ? "" : `${name} ${secondsText(value)}`;
  };
  const phases = PHASES.map((name) => seconds(name, `timing.phases.${name}_s`)).filter(Boolean);
  const training = seconds("training", "timing.train_s");
  return [
    seconds("start", "timing.startup_s"),
    phases.length > 0 ? `${training} (${phases.join(", ")})` : training,
    seconds("measuring", "timing.evaluate_s"),
    seconds("processor time", "timing.cpu_s"),
  ]
    .filter(Boolean)
    .join(", ");
}

/** Three digits, in the unit that fits. */
function secondsText(value: number): string {
  return value < 1 ? `${Number((1000 * value).toPrecision(3))} ms` : `${Number(value.toPrecision(3))} s`;
}
