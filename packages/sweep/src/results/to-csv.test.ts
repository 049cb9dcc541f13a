import type { TrialRecord } from "@actbench/core/internal";
import { expect, test } from "vitest";
import { load } from "../../test/load.js";
import { recordOf } from "../../test/memory-executor.js";
import { freshFolder, open } from "../../test/run-folder.js";
import { toCsv } from "./to-csv.js";

const COLUMNS =
  "study,trial,point,seed,status,dataset,activation,activation_params,init,lr,batch_size,optimizer,hidden,epochs_done,train_loss,train_accuracy,validation_loss,validation_accuracy,test_loss,test_accuracy,best_epoch,train_s,samples_per_s,step_ns,dead_rate_init,dead_rate,inactive_rate,saturated_rate,zero_fraction,probe_n,peak_bytes,diverged_step,retries,digest,error";

const SWEEP = `
name: csv
seeds: 1
model: { hidden: [128] }
train: { epochs: 1 }
parameters: { activation: [{ name: leaky_relu, alpha: 0.1 }, elu, [relu], gelu, tanh] }
`;

async function csvOf(
  change: (record: TrialRecord, point: number) => TrialRecord | undefined,
): Promise<string[][]> {
  const { study } = await open(freshFolder(), load(SWEEP));
  const records = new Map<string, TrialRecord>();
  for (const { id, point, seed } of study.plan) {
    const spec = study.points[point]?.spec;
    const record = spec && change(recordOf({ ...spec, seed }), point);
    if (record !== undefined) records.set(id, record);
  }
  const text = toCsv(study, records);
  expect(text.endsWith("\r\n")).toBe(true);
  return text
    .split("\r\n")
    .slice(0, -1)
    .map((line) => line.split(","));
}

test("the columns are those of the contract, one row per trial, in plan order", async () => {
  const [head = [], ...rows] = await csvOf((record) => record);
  expect(head.join(",")).toBe(COLUMNS);
  expect(rows.map((row) => [row[1], row[2], row[3], row[4]])).toEqual([
    ["1", "0", "0", "completed"],
    ["2", "1", "0", "completed"],
    ["3", "2", "0", "completed"],
    ["4", "3", "0", "completed"],
    ["5", "4", "0", "completed"],
  ]);
  expect(rows[0]?.slice(6, 8)).toEqual(["leaky_relu", "alpha=0.1"]);
  expect(rows[1]?.slice(6, 8)).toEqual(["elu", "alpha=1"]);
});

test("what was not measured is empty: missing trials, diverged ones, failed ones", async () => {
  const lines = await csvOf((record, point): TrialRecord | undefined => {
    if (point === 0) return undefined;
    const { id, curve } = record;
    if (point === 1 && record.status === "completed") return { ...record, status: "diverged", step: 7 };
    if (point === 2)
      return { status: "failed", id, curve: [], error: { code: "x", message: "broke" }, retries: 2 };
    return point === 3 ? { status: "timed_out", id, curve, after_s: 3 } : record;
  });
  const at = (row: number, name: string) => lines[row]?.[(lines[0] ?? []).indexOf(name)];
  const pick = (name: string) => [1, 2, 3, 4].map((row) => at(row, name));
  expect(pick("status")).toEqual(["", "diverged", "failed", "timed_out"]);
  expect(pick("test_accuracy")).toEqual(["", "", "", ""]);
  expect(pick("dead_rate")).toEqual(["", "", "", ""]);
  expect(pick("epochs_done")).toEqual(["", "1", "", "1"]);
  expect(pick("diverged_step")).toEqual(["", "7", "", ""]);
  expect(pick("retries")).toEqual(["", "0", "2", "0"]);
  expect(pick("error")).toEqual(["", "", "x: broke", "timed_out: after 3.0 s"]);
  expect(pick("step_ns")).toEqual(["", "", "", ""]);
});

test("rates are pooled over the units of all layers", async () => {
  const lines = await csvOf((record) => ({
    ...record,
    curve: record.curve.map((epoch) => ({
      ...epoch,
      units: [
        { units: 100, dead: 10, inactive: 20, saturated: 0, zero_fraction: 0.5 },
        { units: 300, dead: 0, inactive: 0, saturated: 30, zero_fraction: 0.1 },
      ],
    })),
  }));
  const at = (name: string) => Number(lines[1]?.[(lines[0] ?? []).indexOf(name)]);
  expect(at("dead_rate")).toBe(0.025);
  expect(at("inactive_rate")).toBe(0.05);
  expect(at("saturated_rate")).toBe(0.075);
  expect(at("zero_fraction")).toBeCloseTo(0.2, 15);
});

test("quotes, commas and line breaks are quoted, and no cell begins like a formula", async () => {
  const { study } = await open(
    freshFolder(),
    load(SWEEP, "name='=cmd|x'", "init={distribution: normal, scale: 2}"),
  );
  const id = study.plan[0]?.id ?? "";
  const record: TrialRecord = {
    status: "failed",
    id,
    curve: [],
    error: { code: "x", message: 'a "b",\r\nc' },
  };
  const text = toCsv(study, new Map([[id, record]]));
  expect(text).toContain("\r\n'=cmd|x,1,");
  expect(text).toContain('"x: a ""b"",\r\nc"\r\n');
  expect(text).toContain('"{""distribution"":""normal"",""scale"":2}"');
});
