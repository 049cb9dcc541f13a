import type { ErrorRecord } from "@actbench/core/internal";
import { shardSweep } from "@actbench/sweep";
import { defineCommand } from "../command/command.js";
import { choiceFlag, countFlag, toggle } from "../command/flag.js";
import { percentFlag } from "../command/percent-flag.js";
import { positional } from "../command/positional.js";
import { shardFlag } from "../command/shard-flag.js";
import { EXIT } from "../exit-code.js";
import { listenForInterruption } from "../interruption.js";
import { type Shown, showRunning } from "../live/show-running.js";
import { coreCount } from "../machine/cores.js";
import { resolveWorkers, tooManyWorkers } from "../machine/resolve-workers.js";
import { pluginFlag } from "../plugins/plugin-flag.js";
import { openQueue, withoutMemoryBound } from "../queue/open-queue.js";
import { queueAddress, queueFlag } from "../queue/queue-flag.js";
import { createReporter } from "../reporters/create-reporter.js";
import { REPORTERS } from "../reporters/reporter.js";
import { outFlag, outFolder } from "../runs/out-flag.js";
import { loadStudy, type Study } from "../study/load-study.js";
import { openThreads } from "../study/open-threads.js";
import { runSession } from "../study/run-session.js";
import { flagOverrides, studyFlags } from "../study/study-flags.js";
import { summaryCode } from "../study/summary-code.js";
import type { Trainer } from "../study/trainer.js";
import { shownPath } from "../terminal/shown-path.js";
import { UsageError } from "../usage-error.js";

/** `actbench run CONFIG [key=value …]` */
export const run = defineCommand({
  positionals: {
    config: positional("one", "sweep file (YAML)"),
    overrides: positional("many", "settings such as train.lr=0.1,0.01 or activation=relu,gelu"),
  },
  flags: {
    ...studyFlags,
    plugin: pluginFlag,
    shard: shardFlag,
    queue: queueFlag("train on the agents of a queue instead of on this machine"),
    local: toggle("with --queue: train on this machine too"),
    recheck: percentFlag(
      "with --queue: train this percentage of the trials on a second machine too, and compare bits",
    ),
    limit: countFlag("run at most N trials", 1),
    "last-failed": toggle("rerun only trials that failed, timed out or ran out of memory"),
    out: outFlag,
    "as-new": toggle("do not reuse trials that finished in other runs under --out"),
    reporter: choiceFlag("output format; default: a table", REPORTERS),
    open: toggle("open a live report in the browser; it is served to this machine only"),
    quiet: toggle("no progress"),
  },
  examples: [
    ["run configs/quickstart.yaml", "train it, write results/quickstart-…/report.html"],
    ["run configs/quickstart.yaml train.lr=0.05,0.1 --seeds 10", "other learning rates, more seeds"],
    ["run configs/quickstart.yaml --shard=2/4", "the second of four parts, for another machine"],
    ["run configs/quickstart.yaml --queue", "on every machine where actbench agent runs"],
    ["run configs/quickstart.yaml --open", "watch its page grow in the browser"],
    ["run configs/quickstart.yaml --workers 50% --budget 20m", "half the cores, at most 20 minutes"],
  ],
  run: async ({ args, flags, terminal, cwd, version, verbose, line }) => {
    const overrides = [...args.overrides, ...flagOverrides(flags)];
    const alone = flags.local ? "--local" : flags.recheck === undefined ? undefined : "--recheck";
    if (alone !== undefined && flags.queue === undefined)
      throw new UsageError(`${alone} needs --queue`, "without --queue all trials train here");
    const whole = await loadStudy({ config: args.config, overrides, cwd, plugins: flags.plugin });
    const study =
      flags.shard === undefined ? whole : { ...whole, sweep: shardSweep(whole.sweep, flags.shard) };
    const reporter = createReporter(flags.reporter ?? "default", {
      terminal,
      quiet: flags.quiet,
      verbose,
      line,
      shorten: (path) => shownPath(path, cwd),
    });
    for (const warning of study.sweep.warnings) reporter.note(warning);
    const interruption = listenForInterruption(process, reporter.note);
    let shown: Shown | undefined;
    let page: string | undefined;
    const onFault = ({ message }: ErrorRecord): void => reporter.note(message);
    let trainer: Trainer | undefined;
    try {
      const { executor, workers, close } = await openTrainer(study, flags, reporter.note);
      trainer = { executor, workers, close };
      const session = await runSession({
        study: flags.queue === undefined ? study : withoutMemoryBound(study, reporter.note),
        out: outFolder(cwd, flags.out),
        executor,
        workers,
        makeQuiet: close,
        version,
        asNew: flags["as-new"],
        limit: flags.limit,
        lastFailed: flags["last-failed"],
        interruption,
        ranks: true,
        watchPage: () => {
          const { signal, end } = interruption.atOnce(
            "the page was not written; all records are kept (the same command writes it)",
          );
          const display = reporter.onPage();
          return {
            signal,
            onProgress: display.onProgress,
            end: () => {
              display.end();
              end();
            },
          };
        },
        onOpen: (opened) => {
          reporter.onOpen(opened);
          if (flags.open) shown = showRunning(opened.folder, reporter.note);
        },
        onProgress: reporter.onProgress,
        onRemark: reporter.note,
        onFault,
      });
      reporter.onEnd(session);
      page = session.page;
      if (interruption.accident) return EXIT.usage;
      return page === undefined ? EXIT.interrupted : summaryCode(session.summary);
    } finally {
      await trainer?.close();
      await shown?.end(page);
      reporter.close();
      interruption.dispose();
    }
  },
});

interface TrainPlace {
  readonly queue: string | undefined;
  readonly local: boolean;
  readonly recheck: number | undefined;
  readonly "as-new": boolean;
}

/** The agents of a queue where one is asked for, else threads of this process. */
async function openTrainer(
  study: Study,
  { queue, local, recheck = 0, "as-new": fresh }: TrainPlace,
  onRemark: (text: string) => void,
): Promise<Trainer> {
  if (queue !== undefined)
    return openQueue(study, { address: queueAddress(queue), local, recheck, fresh, onRemark });
  const workers = resolveWorkers(study.sweep.workers, coreCount());
  const tooMany = tooManyWorkers(workers, coreCount());
  if (tooMany !== undefined) onRemark(tooMany);
  const executor = openThreads(study, { workers, onFault: ({ message }) => onRemark(message) });
  return { executor, workers, close: () => executor.close() };
}
