import v8 from "node:v8";
import { describe, expect, it } from "vitest";
import { fromCatalog } from "../../test/from-catalog.js";
import { generatedData } from "../../test/generated-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import type { TrainSpec } from "../contract/spec.js";
import { fmaAvailable, relaxedSimdProbe } from "../wasm/relaxed-simd.js";
import { PhaseClock } from "./phase-clock.js";
import { runTrial } from "./run-trial.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
const data = generatedData({
  kind: "u8",
  inputs: 20,
  classes: 4,
  trainRows: 300,
  testRows: 0,
  density: 0.3,
});

function train(options: Partial<TrainSpec>, now: () => number, cpuSeconds?: () => number) {
  const spec = trialSpec({
    hidden: [12],
    activation: activationSpec(fromCatalog("relu")),
    numerics: fmaAvailable() ? "fma" : "strict",
    dataset: { train: 300 },
    train: { epochs: 2, batch_size: 32, clip_norm: 1, ...options },
  });
  const host = cpuSeconds ? { now, cpuSeconds } : { now };
  const record = runTrial(spec, data, host);
  if (record.status !== "completed") throw new Error(record.status);
  return record;
}

/** A clock whose looks take 1, 2, 3, … seconds in turn, so that each part of an update has its own length. */
function unevenClock(): () => number {
  let [seconds, look] = [0, 0];
  return () => {
    look++;
    seconds += 1 + (look % 5);
    return seconds;
  };
}

describe("phases", () => {
  it("share out the seconds of training", () => {
    const { timing } = train({}, unevenClock());
    const parts = Object.values(timing.phases ?? {});
    expect(parts).toHaveLength(4);
    expect(parts.every((part) => part > 0)).toBe(true);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(timing.train_s, 9);
  });

  it("are not there where no update was made or no time was seen", () => {
    expect(train({ epochs: 0 }, unevenClock()).timing.phases).toBeUndefined();
    expect(train({}, () => 0).timing.phases).toBeUndefined();
  });

  it("are those of few updates, however many a trial makes", () => {
    const chosen = (steps: number): number => {
      const clock = new PhaseClock(() => 0, steps);
      return Array.from({ length: steps }, (_, step) => clock.times(step)).filter(Boolean).length;
    };
    expect([1, 20, 64, 5000, 100_000].map(chosen)).toEqual([0, 19, 63, 64, 64]);
  });
});

it("processor time is that of the whole trial, where the host tells it", () => {
  let cpu = 5;
  const { timing } = train(
    {},
    () => 0,
    () => (cpu += 2),
  );
  expect(timing.cpu_s).toBe(cpu - 7);
  expect(train({}, () => 0).timing.cpu_s).toBeUndefined();
});
