import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EpochRecord, TrialRecord } from "@actbench/core/internal";
import { expect, test } from "vitest";
import { load } from "../../test/load.js";
import { recordOf } from "../../test/memory-executor.js";
import { freshFolder, open } from "../../test/run-folder.js";
import { encodeCurve } from "../journal/curve-text.js";
import { composeLine } from "../journal/journal-line.js";
import { readRecords, specsById } from "../run/read-records.js";
import { summarizeCurve } from "./curve-summary.js";

const ACCURACIES = [0.1, 0.4, 0.9, 0.9, 0.8];

test("a curve is summed up by its last epoch, the first best one and the units at initialization", () => {
  const curve = ACCURACIES.map(
    (accuracy, epoch): EpochRecord => ({
      epoch,
      step: 9 * epoch,
      train_s: 1,
      train: epoch === 4 ? {} : { loss: 1 },
      validation: { loss: 1 - accuracy, accuracy },
      units: [{ units: 8, dead: epoch, inactive: 4, saturated: 0, zero_fraction: 0.5 }],
    }),
  );
  expect(summarizeCurve(curve)).toEqual({
    epochs_done: 4,
    best_epoch: 2,
    validation_loss: 1 - 0.8,
    validation_accuracy: 0.8,
    dead_rate_init: 0,
    dead_rate: 0.5,
    inactive_rate: 0.5,
    saturated_rate: 0,
    zero_fraction: 0.5,
  });
  const losses = curve.map(({ epoch, step, train_s }) => ({
    epoch,
    step,
    train_s,
    validation: { loss: -epoch },
  }));
  expect(summarizeCurve(losses)).toEqual({ epochs_done: 4, best_epoch: 4, validation_loss: -4 });
  expect(summarizeCurve([])).toEqual({});
});

test("results.csv is written from the lines' summaries, and of an older journal from its curves: the same bytes", async () => {
  const sweep = load("parameters: { activation: [relu, tanh, elu] }\ntrain: { epochs: 3 }\nseeds: 2\n");
  const records = sweep.plan.flatMap(({ point, seed }): TrialRecord[] => {
    const spec = sweep.points[point]?.spec;
    return spec === undefined ? [] : [recordOf({ ...spec, seed })];
  });
  const [today, older] = [freshFolder(), freshFolder()];
  const run = await open(today, sweep);
  run.append(records);
  run.close();
  const old = await open(older, sweep);
  old.close();
  const lines = records.map(({ curve, ...record }, i) => {
    const entry = { type: "finished", revision: 1, record };
    return composeLine(i + 1, Buffer.from(JSON.stringify(entry)), Buffer.from(encodeCurve(curve)));
  });
  appendFileSync(join(old.folder, "journal.jsonl"), Buffer.concat(lines));

  const options = { hash: sweep.hash, trials: specsById(sweep) };
  for (const { folder } of [run, old]) expect(readRecords(folder, options).summaries.size).toBe(6);
  // Curves that are not read on opening are not summed up.
  expect(readRecords(run.folder, { ...options, checkedEpochs: 0 }).summaries.size).toBe(6);
  expect(readRecords(old.folder, { ...options, checkedEpochs: 0 }).summaries.size).toBe(0);
  const results = async (out: string, cut: boolean): Promise<string> => {
    const again = await open(out, sweep);
    // Whoever reads a curve now finds none.
    if (cut) writeFileSync(join(again.folder, "journal.jsonl"), "");
    again.writeResults();
    again.close();
    return readFileSync(join(again.folder, "results.csv"), "utf8");
  };
  const text = await results(today, true);
  expect(text).toContain(",completed,");
  expect(await results(older, true)).toBe(text);
});
