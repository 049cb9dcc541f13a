import { randomInt } from "node:crypto";
import type { Run } from "@actbench/report";
import type { CodeModule } from "@actbench/workers";
import { EXIT, type ExitCode } from "../exit-code.js";
import { prepareReplay } from "../replay/prepare-replay.js";
import { recordedText, replayRecorded } from "../replay/replay-recorded.js";
import type { FoundTrial } from "../runs/find-trial.js";
import { oneLine } from "../terminal/own-codes.js";
import type { Terminal } from "../terminal/terminal.js";

/** A run and the page that it came from. */
export interface PageRun extends Run {
  readonly path: string;
}

/** Trials that have a digest to compare with. */
function retrainable({ study, records, path }: PageRun): readonly FoundTrial[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return study.plan.flatMap((planned) => {
    const record = byId.get(planned.id);
    const point = study.points[planned.point];
    return record === undefined || point === undefined || !("digest" in record)
      ? []
      : {
          run: study.name,
          planned,
          point,
          places: { path, config: study.config },
          stats: study.stats,
          record,
        };
  });
}

/** So many trials drawn at random, in plan order: which ones cannot be known when a page is made. */
function drawn<T>(items: readonly T[], count: number): readonly T[] {
  const left = items.map((_, i) => i);
  const chosen = Array.from({ length: Math.min(count, items.length) }, () =>
    left.splice(randomInt(left.length), 1),
  );
  return chosen
    .flat()
    .sort((a, b) => a - b)
    .flatMap((i) => items[i] ?? []);
}

/** Trains random trials of some runs again and compares digests; exit code 1 when one differs. */
export async function retrainTrials(
  runs: readonly PageRun[],
  { count, plugins }: { readonly count: number; readonly plugins: readonly CodeModule[] },
  terminal: Pick<Terminal, "print" | "note">,
): Promise<ExitCode> {
  const trials = drawn(runs.flatMap(retrainable), count);
  if (trials.length === 0) terminal.note("no trial has a digest to compare with");
  let code: ExitCode = EXIT.ok;
  for (const trial of trials) {
    const { record, planned, point } = trial;
    if (record === undefined) continue;
    const result = replayRecorded(await prepareReplay(trial, plugins), record, () => {});
    terminal.print(
      `trial ${planned.trial}: ${oneLine(point.label)}, seed ${planned.seed}\n${recordedText(result)}`,
    );
    if (code === EXIT.ok) code = result.code;
  }
  return code;
}
