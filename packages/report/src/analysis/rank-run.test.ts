import type { TrialRecord } from "@actbench/core/internal";
import { expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { rankRun } from "./rank-run.js";

it("ranks by the ends of curves as by whole ones, and reads none where ends are to be had", () => {
  const run = syntheticRun({ epochs: 6 });
  const ends = new Map(
    run.records.map((record): [string, TrialRecord] => [
      record.id,
      { ...record, curve: record.curve.filter((_, i) => i === 0 || i === record.curve.length - 1) },
    ]),
  );
  const records = run.records.map((record) =>
    Object.defineProperty({ ...record }, "curve", {
      get: () => {
        throw new Error(`the curve of ${record.id} was read`);
      },
    }),
  );
  const withEnds = (record: TrialRecord): TrialRecord => ends.get(record.id) ?? record;
  expect(rankRun({ ...run, records, withEnds })).toEqual(rankRun(run));
});
