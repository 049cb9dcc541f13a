import { expect, test } from "vitest";
import { forgeValue } from "../../test/forge-files.js";
import { load } from "../../test/load.js";
import { MemoryExecutor } from "../../test/memory-executor.js";
import { freshFolder, session } from "../../test/run-folder.js";
import { readRecords, specsById } from "./read-records.js";

const SWEEP = "parameters: { activation: [relu, elu] }\ntrain: { epochs: 2 }\nseeds: 2\n";

/** A run of four trials with a value of its second record forged, and what reading it came to. */
async function forged(path: readonly (string | number)[], value: unknown, checkedEpochs?: number) {
  const sweep = load(SWEEP);
  const { run } = await session(freshFolder(), sweep, new MemoryExecutor(), { concurrency: 1 });
  forgeValue(run.folder, { file: "journal.jsonl", line: 2, path }, value);
  const told: string[] = [];
  const found = readRecords(run.folder, {
    hash: sweep.hash,
    trials: specsById(sweep),
    onProblem: ({ line, message }) => told.push(`${line}: ${message}`),
    ...(checkedEpochs === undefined ? {} : { checkedEpochs }),
  });
  return { found, told };
}

const WHOLE = "this line is damaged: it is complete, but not a record of its trial:";

test.each<[path: readonly (string | number)[], value: unknown, said: string]>([
  [["entry", "record", "peak_bytes"], -1, "record.peak_bytes: expected a number ≥ 0, found -1"],
  [["entry", "record", "probe_n"], 1e9, "probe_n: there are"],
  [["curve", 1, "step"], 1, "curve[1].step: epoch 1 ends at update"],
  [["curve", 2], undefined, "curve: expected"],
])("a record is held against its trial: %j", async (path, value, said) => {
  const { found, told } = await forged(path, value);
  expect(found.records.size).toBe(3);
  expect(told).toEqual([expect.stringContaining(`3: ${WHOLE} ${said}`)]);
  expect(found.state.problems).toHaveLength(1);
});

test("curves beyond those that are read on opening are checked against their trials when they are read", async () => {
  // Three epochs to a record: that of the first alone is read.
  const { found, told } = await forged(["curve", 1, "step"], 1, 3);
  expect([found.records.size, told]).toEqual([4, []]);
  const curves = [...found.records.values()].map(({ curve }) => curve.length);
  expect(curves).toEqual([3, 0, 3, 3]);
  expect(told).toEqual([expect.stringContaining(`3: ${WHOLE} curve[1].step: epoch 1 ends at update`)]);
  expect(found.state.problems).toMatchObject([
    { line: 3, kind: "damaged", id: [...found.records.keys()][1] },
  ]);
});
