import type { StudyPoint } from "@actbench/core/internal";
import { formatBytes, powerLines, seedPower } from "@actbench/report/power";
import { planTable, shardSweep } from "@actbench/sweep";
import { defineCommand } from "../command/command.js";
import { textFlag, toggle } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { shardFlag } from "../command/shard-flag.js";
import { EXIT } from "../exit-code.js";
import { coreCount } from "../machine/cores.js";
import { measureSpeed } from "../machine/measure-speed.js";
import { resolveWorkers, tooManyWorkers } from "../machine/resolve-workers.js";
import { pluginFlag } from "../plugins/plugin-flag.js";
import { outFlag, outFolder } from "../runs/out-flag.js";
import { findPilot } from "../study/find-pilot.js";
import { loadStudy } from "../study/load-study.js";
import { axesText, confirmText, rungsText, trialsText } from "../study/plan-text.js";
import { flagOverrides, studyFlags } from "../study/study-flags.js";
import { formatDuration } from "../terminal/format-duration.js";
import { plural } from "../terminal/plural.js";

/** What a trial costs besides its arithmetic: generate, compile, initialize, hand over. */
const STARTUP_S = 0.01;

/** `actbench plan CONFIG [key=value …]` */
export const plan = defineCommand({
  positionals: {
    config: positional("one", "sweep file (YAML)"),
    overrides: positional("many", "settings such as train.lr=0.1,0.01"),
  },
  flags: {
    ...studyFlags,
    plugin: pluginFlag,
    shard: shardFlag,
    pilot: textFlag(
      "run that provides the standard deviation for the power analysis; default: this sweep's own run",
      "RUN",
    ),
    out: outFlag,
    list: toggle("one line per trial"),
    json: toggle("as JSON, one object"),
  },
  examples: [
    ["plan configs/quickstart.yaml", "how many trials, how long"],
    ["plan configs/quickstart.yaml train.lr=0.1 --seeds 3 --list", "each trial of a changed sweep"],
    [
      "plan configs/quickstart.yaml --pilot quickstart",
      "minimum detectable effects, from the variation of an earlier run",
    ],
  ],
  run: async ({ args, flags, terminal, cwd }) => {
    const overrides = [...args.overrides, ...flagOverrides(flags)];
    const { sweep: whole, fma } = await loadStudy({
      config: args.config,
      overrides,
      cwd,
      plugins: flags.plugin,
    });
    const sweep = flags.shard === undefined ? whole : shardSweep(whole, flags.shard);
    for (const warning of sweep.warnings) terminal.note(warning);
    const { rows, ...totals } = planTable(sweep);
    const workers = resolveWorkers(sweep.workers, coreCount());
    const tooMany = tooManyWorkers(workers, coreCount());
    if (tooMany !== undefined) terminal.note(tooMany);
    const speed = measureSpeed(fma);
    const secondsAt = (flopsPerSecond: number): number =>
      (totals.cost / flopsPerSecond + rows.length * STARTUP_S) / workers;
    const estimate_s = secondsAt(speed.flops_per_s);
    const idle_s = Math.min(estimate_s, secondsAt(speed.idle_flops_per_s));
    const place = { cwd, out: outFolder(cwd, flags.out) };
    const power = seedPower(whole, await findPilot({ pilot: flags.pilot, sweep: whole }, place, terminal));
    if (flags.json) {
      const shown = {
        ...totals,
        workers,
        estimate_s,
        idle_estimate_s: idle_s,
        decides: power,
        ...(flags.list ? { rows } : {}),
      };
      terminal.print(JSON.stringify(shown, null, 2));
      return EXIT.ok;
    }
    terminal.print(flags.list ? trialsText({ rows }) : axesText(totals));
    const {
      name,
      hash,
      points,
      seeds,
      trials,
      rungs = [],
      within,
      trial_bytes,
      kept_bytes,
      confirm,
    } = totals;
    if (rungs.length > 0) terminal.print(rungsText(rungs, within));
    const size = `${plural(points, "configuration")} × ${plural(seeds, "seed")} = ${plural(whole.plan.length, "trial")}`;
    const part =
      flags.shard && `shard ${flags.shard.index} of ${flags.shard.count}: ${plural(trials, "trial")}`;
    terminal.print(
      `${name}-${hash.slice(0, 8)}: ${part === undefined ? size : `${size}, ${part}`}, ` +
        `roughly ${rangeText(idle_s, estimate_s)} with ${plural(workers, "worker")}, ` +
        `${formatBytes(trial_bytes * Math.min(workers, trials))} of memory beside the data`,
    );
    const drawn = splitText(whole.points);
    if (drawn !== undefined) terminal.print(drawn);
    if (kept_bytes !== undefined)
      terminal.print(`the weights that the run keeps (measure.weights): ${formatBytes(kept_bytes)} on disk`);
    if (confirm !== undefined) terminal.print(confirmText(confirm));
    terminal.print(powerLines(power).join("\n"));
    return EXIT.ok;
  },
});

/** What each seed draws anew; undefined where all have the same rows. */
function splitText(points: readonly StudyPoint[]): string | undefined {
  const drawn = new Set(points.flatMap(({ spec }) => spec.dataset.split_by_seed ?? []));
  if (drawn.size === 0) return undefined;
  return `each seed draws its own ${drawn.has("validation_and_test") ? "validation and test rows" : "validation rows"}`;
}

/** Beyond this share, the machine is busy, and what it would take idle is said as well. */
const BUSY = 1.2;

/** How long it takes, from an idle machine to one as busy as this is now. */
function rangeText(idle: number, now: number): string {
  if (now <= BUSY * idle) return formatDuration(now);
  return `${formatDuration(idle)} to ${formatDuration(now)} (idle, and as busy as now)`;
}
