import type { StudyRecord, TrialRecord } from "@actbench/core/internal";
import { describe, expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { TRIAL_METRICS } from "../metrics/metric-name.js";
import { trialValue } from "../metrics/trial-value.js";
import { viewRun } from "../view/run-view.js";
import { outcomeOnPage } from "./outcome-on-page.js";
import { packRecords } from "./pack-records.js";
import type { PackedRecords } from "./packed-records.js";
import type { Thinning } from "./thin-record.js";
import { thinningOf } from "./thin-record.js";
import { unpackRecords } from "./unpack-records.js";

const run = syntheticRun({ epochs: 9 });
const { study } = run;
const LARGE: Thinning = { rows: 12, epochs: 4, initial: true };

function unpack({ plan }: StudyRecord, packed: PackedRecords) {
  const ids = new Map(plan.map(({ point, seed, id }) => [`${point} ${seed}`, id]));
  return unpackRecords(packed, {
    idOf: (point, seed) => ids.get(`${point} ${seed}`) ?? "",
    recordShape: (record) => record as TrialRecord,
  });
}

const recordsOf = (packed: PackedRecords): readonly TrialRecord[] =>
  unpack(study, packed).flatMap(({ record }) => record ?? []);

describe("packRecords of more trials than rows", () => {
  const packed = packRecords(run, { thinning: LARGE });
  const whole = new Map(recordsOf(packRecords(run)).map((record) => [record.id, record]));

  it("gives rows to the trials of the best points, and to those that have not run", () => {
    const listed = new Set(packed.trials.map(({ point }) => point));
    const best = viewRun({ study, records: [...whole.values()] }).ranked.slice(0, 4);
    const missing = study.plan.filter(({ id }) => !whole.has(id));
    expect(listed).toEqual(
      new Set([...best.map(({ index }) => index), ...missing.map(({ point }) => point)]),
    );
    expect(packed.trials).toHaveLength(LARGE.rows + missing.length);
  });

  it("keeps the plan, and of every trial all metrics, the status, texts and the digest as a smaller page does", () => {
    expect(unpack(study, packed).map(({ planned }) => planned)).toEqual(study.plan);
    const records = recordsOf(packed);
    expect(records).toHaveLength(whole.size);
    for (const record of records) {
      const { curve: _, ...head } = record;
      const { curve: __, ...own } = whole.get(record.id) ?? { curve: [] };
      expect(head).toEqual(own);
      for (const metric of TRIAL_METRICS)
        expect(trialValue(record, metric)).toBe(trialValue(whole.get(record.id), metric));
    }
  });

  it("keeps of a curve without a row the last epoch and the units at initialization, or the last epoch alone", () => {
    const rows = new Set(packed.trials.map(({ trial }) => study.plan[trial - 1]?.id));
    for (const { id, curve } of recordsOf(packed)) {
      const full = whole.get(id)?.curve ?? [];
      if (rows.has(id)) expect(curve.length).toBe(Math.min(full.length, 4));
      else
        expect(curve.map(({ epoch }) => epoch)).toEqual(
          full.length < 2 ? full.map(({ epoch }) => epoch) : [0, full.at(-1)?.epoch],
        );
    }
    const deep = recordsOf(packRecords(run, { thinning: { ...LARGE, initial: false } })).filter(
      ({ id }) => !rows.has(id),
    );
    expect(deep.every(({ curve }) => curve.length <= 1)).toBe(true);
  });

  it.each(["validation_accuracy", "zero_fraction", "train_s", "dead_rate", "test_loss"])(
    "makes the same of what it has made, ranked by %s",
    (name) => {
      const ranked = { ...study, metric: { name, goal: "minimize" as const } };
      const first = packRecords({ study: ranked, records: run.records }, { thinning: LARGE });
      const records = unpack(ranked, first).flatMap(({ record }) => record ?? []);
      expect(packRecords({ study: ranked, records }, { thinning: LARGE })).toEqual(first);
    },
  );

  it("reads whole curves of trials with a row alone, once, where ends are to be had", () => {
    const whole: string[] = [];
    const ends: string[] = [];
    const lazy = run.records.map((record) =>
      Object.defineProperty({ ...record }, "curve", {
        enumerable: true,
        get: () => {
          whole.push(record.id);
          return record.curve;
        },
      }),
    );
    const withEnds = ({ id }: TrialRecord): TrialRecord => {
      ends.push(id);
      const record = run.records.find((one) => one.id === id);
      if (record === undefined) throw new Error("no record of this run");
      return { ...record, curve: record.curve.filter((_, i) => i === 0 || i === record.curve.length - 1) };
    };
    const read = packRecords({ study, records: lazy, withEnds }, { thinning: LARGE });
    expect(read).toEqual(packed);
    expect(ends).toEqual(run.records.map(({ id }) => id));
    expect(whole).toHaveLength(LARGE.rows);
    expect(new Set(whole).size).toBe(LARGE.rows);
  });

  it("ranks by the numbers that the page gives back, bit for bit", () => {
    for (const record of run.records)
      for (const metric of TRIAL_METRICS)
        expect(trialValue(outcomeOnPage(record), metric)).toBe(trialValue(whole.get(record.id), metric));
  });
});

it("a study's page lists all trials up to 12,000, and fewer of deep networks", () => {
  const trials = (count: number) => ({
    ...study,
    plan: Array.from({ length: count }, () => ({ trial: 1, id: "", point: 0, seed: 0 })),
  });
  expect(thinningOf(trials(12_000))).toEqual({ rows: 12_000, epochs: 6, initial: true });
  expect(thinningOf(trials(100_000))).toEqual({ rows: 12_000, epochs: 6, initial: true });
  const [point] = study.points;
  if (point === undefined) throw new Error("no point");
  const deep = {
    ...point,
    spec: { ...point.spec, model: { ...point.spec.model, hidden: Array(12).fill(16) } },
  };
  expect(thinningOf({ ...trials(100_000), points: [deep] })).toEqual({
    rows: 4000,
    epochs: 15,
    initial: false,
  });
});
