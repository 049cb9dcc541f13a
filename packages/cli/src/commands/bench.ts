import { catalog, standardActivations } from "@actbench/core/internal";
import { compareSpeed, MIN_ROUNDS, viewSpeed } from "@actbench/report";
import { defineCommand } from "../command/command.js";
import { countFlag, textFlag, toggle } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { EXIT } from "../exit-code.js";
import { listenForInterruption } from "../interruption.js";
import { machineCard } from "../machine/machine-card.js";
import { pluginFlag } from "../plugins/plugin-flag.js";
import { outFlag, outFolder } from "../runs/out-flag.js";
import { changesText, hasSpeedBaseline, readSpeedBaseline } from "../speed/baselines.js";
import { benchSweep } from "../speed/bench-sweep.js";
import { interruptedText, keepBaseline } from "../speed/interrupted-pass.js";
import { ROUNDS, runLane } from "../speed/run-lane.js";
import { speedGroups } from "../speed/speed-groups.js";
import { speedTable } from "../speed/speed-table.js";
import { loadStudy } from "../study/load-study.js";
import { oneLine } from "../terminal/own-codes.js";

const CONFIDENCE = 0.95;

/**
 * The names that are meant: hundreds of activations in every round are measured where that is asked for
 * alone.
 */
function benchedNames(named: readonly string[]): readonly string[] {
  const [only] = named;
  if (only === "all" && named.length === 1) return catalog.map(({ name }) => name);
  return named.length > 0 ? named : standardActivations.map(({ name }) => name);
}

/** `actbench bench [ACTIVATION …] [key=value …]` */
export const bench = defineCommand({
  positionals: {
    what: positional(
      "many",
      "activations (the first is the baseline; default: the standard ones; all: the whole catalog, which takes long) and settings such as train.batch_size=128",
    ),
  },
  flags: {
    rounds: countFlag(`rounds, alternating in direction; default: ${ROUNDS}`, MIN_ROUNDS),
    plugin: pluginFlag,
    "save-baseline": textFlag("save the timings under a name", "NAME"),
    baseline: textFlag("compare with saved timings of the same class of machine", "NAME"),
    out: outFlag,
    json: toggle("as JSON, one object with every round"),
  },
  examples: [
    ["bench relu leaky_relu gelu", "784-128-64-10 on mnist, batch 64, SGD; relu is the baseline"],
    ["bench relu gelu model.hidden=[256,128] train.optimizer=adam", "in another network"],
    ["bench --save-baseline before", "the standard activations, saved for later"],
    ["bench --baseline before", "what has become faster or slower since"],
  ],
  run: async ({ args, flags, terminal, cwd, version }) => {
    const overrides = args.what.filter((word) => word.includes("="));
    const named = args.what.filter((word) => !word.includes("="));
    const names = benchedNames(named);
    const out = outFolder(cwd, flags.out);
    const name = flags["save-baseline"];
    // A name that cannot be is an error before a minute is measured.
    if (name !== undefined) hasSpeedBaseline(out, name);
    const before = flags.baseline === undefined ? undefined : readSpeedBaseline(out, flags.baseline);
    const { sweep, datasets, code, fma } = await loadStudy({
      config: "the command line",
      text: benchSweep(names),
      overrides,
      cwd,
      plugins: flags.plugin,
    });
    const groups = speedGroups({ ...sweep, baseline: { activation: sweep.activations[0]?.label ?? "" } });
    const interruption = listenForInterruption(process, terminal.note, {
      does: "stopping, with the rounds that are complete",
      after: "the same command starts again from the beginning",
    });
    const rounds = flags.rounds ?? ROUNDS;
    try {
      const { lane, isWhole } = await runLane({
        groups,
        datasets,
        code,
        rounds,
        machine: machineCard(fma),
        version,
        signal: interruption.drain,
        onProgress: (share, what) => {
          if (!terminal.repaints) return;
          terminal.wipe(0);
          terminal.paint(`${Math.floor(share * 100)} %  ${oneLine(what)}`);
        },
      });
      if (terminal.repaints) terminal.wipe(0);
      const changes = before && compareSpeed(before, lane, CONFIDENCE);
      if (flags.json)
        terminal.print(
          JSON.stringify(
            { ...lane, ...(isWhole ? {} : { interrupted: true }), ...(changes && { changes }) },
            null,
            2,
          ),
        );
      else if (lane.groups.length > 0) {
        terminal.print(
          lane.groups.map((group) => speedTable(viewSpeed(group, CONFIDENCE), terminal.width())).join("\n\n"),
        );
        if (changes && flags.baseline) terminal.print(`\n${changesText(flags.baseline, changes)}`);
      }
      if (!isWhole) terminal.note(interruptedText(lane, { rounds, networks: groups.length }));
      if (name !== undefined) terminal.note(keepBaseline({ out, name, lane, isWhole, cwd }));
      return isWhole ? EXIT.ok : EXIT.interrupted;
    } finally {
      interruption.dispose();
    }
  },
});
