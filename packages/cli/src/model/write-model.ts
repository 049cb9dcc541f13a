import { resolve } from "node:path";
import { type EpochRecord, SUBSETS } from "@actbench/core/internal";
import { UnportableError } from "@actbench/core/portable";
import { formatBytes } from "@actbench/report";
import type { CodeModule } from "@actbench/workers";
import { EXIT, type ExitCode } from "../exit-code.js";
import type { FoundTrial } from "../runs/find-trial.js";
import { replaceFile } from "../runs/replace-file.js";
import { shownPath } from "../terminal/shown-path.js";
import type { Terminal } from "../terminal/terminal.js";
import { UsageError } from "../usage-error.js";
import { VERSION } from "../version.js";
import { modelBytes } from "./model-bytes.js";
import type { ModelFormat } from "./model-format.js";
import { countNumbers, type TrainedModel, trainForFile } from "./train-for-file.js";

export interface ModelFile {
  readonly file: string;
  readonly format: ModelFormat;
  readonly cwd: string;
  readonly json: boolean;
  readonly plugins: readonly CodeModule[];
}

/** Trains a trial again and writes its network; exit 1, and no file, where a bit differs from the record. */
export async function writeModel(
  found: FoundTrial,
  { file, format, cwd, json, plugins }: ModelFile,
  terminal: Pick<Terminal, "note" | "print">,
): Promise<ExitCode> {
  const trained = await trainForFile(found, plugins, ({ epoch, train_s }) =>
    terminal.note(`epoch ${epoch}: ${train_s.toFixed(2)} s of training`),
  );
  if ("difference" in trained) {
    terminal.print(
      `nothing was written: trained again, the trial differs from its record: ${trained.difference}`,
    );
    return EXIT.verdict;
  }
  const path = resolve(cwd, file);
  const { digest, model } = trained;
  const bytes = bytesOf(trained, found, format);
  replaceFile(path, bytes);
  const { tensors } = model;
  const facts = { trial: found.planned.id, run: found.run, digest, format, bytes: bytes.length };
  if (json) {
    terminal.print(
      JSON.stringify({ file: path, ...facts, tensors: tensors.length, numbers: countNumbers(tensors) }),
    );
    return EXIT.ok;
  }
  terminal.print(
    `${shownPath(path, cwd)}: ${countNumbers(tensors)} numbers in ${tensors.length} tensors, ${formatBytes(bytes.length)}; digest ${digest}, ${trained.isKept ? "as kept and recorded" : "as recorded"}`,
  );
  return EXIT.ok;
}

function bytesOf({ model, digest, last }: TrainedModel, { planned, run }: FoundTrial, format: ModelFormat) {
  const facts = { trial: planned.id, run, digest, version: VERSION, metrics: metricsOf(last) };
  try {
    return modelBytes(model, facts, format);
  } catch (error) {
    if (error instanceof UnportableError) throw new UsageError(error.message, error.hint);
    throw error;
  }
}

/** The last scores of each subset, by their columns in `results.csv`. */
function metricsOf(last: EpochRecord): Readonly<Record<string, number>> {
  const entries = SUBSETS.flatMap((subset) =>
    Object.entries(last[subset] ?? {}).flatMap(([score, value]) =>
      typeof value === "number" ? [[`${subset}_${score}`, value] as const] : [],
    ),
  );
  return Object.fromEntries(entries);
}
