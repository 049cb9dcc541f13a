import type { Completed, Timing } from "@actbench/core/internal";

/** What a trial cost, under the load of its sweep: seconds by phase, throughput, processor time, memory. */
export function timingText({
  timing,
  peak_bytes,
}: Pick<Completed, "timing" | "peak_bytes">): readonly string[] {
  const { startup_s, train_s, evaluate_s, samples_per_s, cpu_s } = timing;
  const parts = [`start-up ${seconds(startup_s)}`, `training ${seconds(train_s)}${phasesText(timing)}`];
  const costs = [
    ...(samples_per_s === undefined
      ? []
      : [`${Math.round(samples_per_s).toLocaleString("en-US")} samples/s during the sweep`]),
    ...(cpu_s === undefined ? [] : [`${seconds(cpu_s)} of processor time`]),
    `${(peak_bytes / 1024 ** 2).toFixed(1)} MiB of memory`,
  ];
  return [[...parts, `evaluation ${seconds(evaluate_s)}`].join(", "), costs.join(", ")];
}

function phasesText({ phases }: Timing): string {
  if (phases === undefined) return "";
  const { data_s, forward_s, backward_s, update_s } = phases;
  return ` (data ${seconds(data_s)}, forward ${seconds(forward_s)}, backward ${seconds(backward_s)}, update ${seconds(update_s)})`;
}

/** Three digits, in the unit that fits. */
function seconds(value: number): string {
  return value < 1 ? `${Number((1000 * value).toPrecision(3))} ms` : `${Number(value.toPrecision(3))} s`;
}
