import { resolve } from "node:path";
import { ENGINE, TrialStates } from "@actbench/core/internal";
import { defineCommand, type Invocation } from "../command/command.js";
import { textFlag, toggle } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { EXIT, type ExitCode } from "../exit-code.js";
import { codeModules } from "../plugins/load-plugins.js";
import { pluginFlag } from "../plugins/plugin-flag.js";
import { findCounterpart } from "../replay/counterpart.js";
import { prepareReplay } from "../replay/prepare-replay.js";
import { replayAgainst } from "../replay/replay-against.js";
import { recordedText, replayRecorded } from "../replay/replay-recorded.js";
import { traceOf } from "../replay/trace.js";
import { type FoundTrial, findTrial } from "../runs/find-trial.js";
import { outFlag, outFolder } from "../runs/out-flag.js";
import { replaceFile } from "../runs/replace-file.js";
import { oneLine } from "../terminal/own-codes.js";
import { shownPath } from "../terminal/shown-path.js";
import { UsageError } from "../usage-error.js";

const positionals = {
  trial: positional("one", "the start of a trial's id, or its number together with RUN"),
  run: positional("optional", "run to search; default: all runs under --out"),
};

const flags = {
  against: textFlag(
    "find the first step and tensor that differ from another run, trial or trace",
    "RUN|TRIAL|FILE",
  ),
  trace: textFlag(
    "write the digests of all tensors after every step, to compare with --against elsewhere",
    "FILE",
  ),
  plugin: pluginFlag,
  out: outFlag,
  json: toggle("as JSON, one object"),
};

/** `actbench replay TRIAL [RUN]` */
export const replay = defineCommand({
  positionals,
  flags,
  examples: [
    ["replay 3fa9", "train the trial with this id; exit code 1 if a bit differs"],
    ["replay 12 quickstart --against 13", "the first step and tensor that differ between two trials"],
    ["replay 3fa9 --trace there.json", "on one machine, and on another: replay 3fa9 --against there.json"],
  ],
  run: async (invocation) => {
    const { args, flags, terminal, cwd } = invocation;
    const { found } = await findTrial(
      args.trial,
      args.run,
      { cwd, out: outFolder(cwd, flags.out) },
      terminal,
    );
    terminal.note(
      `trial ${found.planned.trial} of ${oneLine(found.run)}: ${oneLine(found.point.label)}, seed ${found.planned.seed}`,
    );
    if (flags.trace !== undefined) return writeTrace(found, flags.trace, invocation);
    return flags.against === undefined
      ? compareWithRecord(found, invocation)
      : compareWithOther(found, flags.against, invocation);
  },
});

type Asked = Invocation<typeof positionals, typeof flags>;

async function compareWithRecord(found: FoundTrial, { flags, terminal, cwd }: Asked): Promise<ExitCode> {
  if (found.record === undefined)
    throw new UsageError(
      `trial ${found.planned.trial} of ${found.run} has not been trained: there is no digest to compare with`,
      "actbench run continues an interrupted run",
    );
  const replay = await prepareReplay(found, await codeModules(flags.plugin, cwd));
  const result = replayRecorded(replay, found.record, ({ epoch, train_s }) =>
    terminal.note(`epoch ${epoch}: ${train_s.toFixed(2)} s of training`),
  );
  const { recorded, replayed, agreement, code } = result;
  const json = { trial: found.planned.id, run: found.run, recorded, replayed, ...agreement };
  terminal.print(flags.json ? JSON.stringify(json, null, 2) : recordedText(result));
  return code;
}

async function compareWithOther(found: FoundTrial, other: string, asked: Asked): Promise<ExitCode> {
  const { args, flags, terminal, cwd } = asked;
  const place = { cwd, out: outFolder(cwd, flags.out) };
  const own = { trial: found, run: args.run ?? found.run };
  const counterpart = await findCounterpart(other, own, place, terminal);
  const plugins = await codeModules(flags.plugin, cwd);
  const replay = await prepareReplay(found, plugins);
  const { text, same, first, agreement, code } = await replayAgainst(replay, found, { counterpart, plugins });
  const json = { trial: found.planned.id, run: found.run, against: other, same, first, agreement };
  terminal.print(flags.json ? JSON.stringify(json, null, 2) : text);
  return code;
}

async function writeTrace(
  found: FoundTrial,
  file: string,
  { flags, terminal, cwd }: Asked,
): Promise<ExitCode> {
  if (flags.against !== undefined)
    throw new UsageError("--trace and --against exclude each other", "write the trace first, then compare");
  const { spec, data, functionsOf } = await prepareReplay(found, await codeModules(flags.plugin, cwd));
  const path = resolve(cwd, file);
  const trace = traceOf(found.planned.id, ENGINE, new TrialStates(spec, data, functionsOf));
  replaceFile(path, JSON.stringify(trace));
  const { digests, tensors } = trace;
  terminal.print(
    flags.json
      ? JSON.stringify({ trial: found.planned.id, run: found.run, trace: path })
      : `${digests.length - 1} updates, ${tensors.length} tensors each: ${shownPath(path, cwd)}`,
  );
  return EXIT.ok;
}
