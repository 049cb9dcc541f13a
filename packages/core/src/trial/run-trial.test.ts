import v8 from "node:v8";
import { describe, expect, it } from "vitest";
import { generatedData } from "../../test/generated-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import { catalog } from "../activation/catalog/catalog.js";
import type { TrialEvent } from "../contract/executor.js";
import type { TrialRecord } from "../contract/record.js";
import type { TrialSpec } from "../contract/spec.js";
import type { Dataset } from "../data/dataset.js";
import { randomStream } from "../random/stream.js";
import { fmaAvailable, relaxedSimdProbe } from "../wasm/relaxed-simd.js";
import { runTrial } from "./run-trial.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
const numerics = fmaAvailable() ? "fma" : "strict";

/** Ten classes of noisy patterns of 40 bytes: learnable, sparse, quick. */
function patterns(trainRows: number, testRows: number): Dataset {
  const stream = randomStream(1, "patterns");
  const inputs = 40;
  const features = new Uint8Array((trainRows + testRows) * inputs);
  const labels = new Uint16Array(trainRows + testRows);
  for (let row = 0; row < labels.length; row++) {
    const label = stream.below(10);
    labels[row] = label;
    for (let i = 0; i < 8; i++)
      features[row * inputs + ((label * 4 + stream.below(6)) % inputs)] = 100 + stream.below(156);
  }
  const shape = { kind: "u8", inputs, classes: 10, stride: inputs, density: 0.15 } as const;
  return {
    name: "patterns",
    hash: "p",
    ...shape,
    trainRows,
    testRows,
    features: features.buffer,
    labels: labels.buffer,
  };
}

const data = patterns(500, 100);

function spec(
  name: string,
  changes: Partial<{ lr: number; epochs: number; seed: number; optimizer: "sgd" | "adam" }> = {},
): TrialSpec {
  const activation = catalog.find((entry) => entry.name === name);
  if (!activation) throw new Error(`no ${name}`);
  const { seed = 0, ...train } = changes;
  return trialSpec({
    hidden: [24, 12],
    activation: activationSpec(activation),
    numerics,
    seed,
    dataset: { train: 400, validation: 100, test: 100 },
    train: { epochs: 3, batch_size: 32, lr: 0.2, ...train },
  });
}

/** A clock that ticks a second a look: times are not what is tested. */
function host(events: TrialEvent[] = []) {
  let seconds = 0;
  return {
    now: () => seconds++,
    onEvent: (event: TrialEvent) => events.push(event),
    progress: new Int32Array(1),
  };
}

function record(spec: TrialSpec): TrialRecord {
  const result = runTrial(spec, data, host());
  if (result.status === "paused") throw new Error("paused without being asked");
  return result;
}

describe("runTrial", () => {
  it("learns, tells every epoch, and counts its updates", () => {
    const events: TrialEvent[] = [];
    const own = host(events);
    const result = runTrial(spec("relu"), data, own);
    if (result.status !== "completed") throw new Error(result.status);
    expect(result.curve.map(({ epoch, step }) => [epoch, step])).toEqual([
      [0, 0],
      [1, 13],
      [2, 26],
      [3, 39],
    ]);
    expect(own.progress[0]).toBe(39);
    expect(events.map((event) => event.type)).toEqual(["epoch", "epoch", "epoch", "epoch"]);
    expect(result.curve[0]?.running_loss).toBeUndefined();
    const last = result.curve.at(-1);
    expect(last?.train?.accuracy).toBeGreaterThan(0.9);
    expect(last?.test?.accuracy).toBeGreaterThan(0.85);
    expect(last?.units?.map(({ units }) => units)).toEqual([24, 12]);
    expect(result.probe_n).toBe(400);
  });

  it("gives the same record for the same spec, and another digest for another seed", () => {
    const [first, again, other] = [
      record(spec("gelu")),
      record(spec("gelu")),
      record(spec("gelu", { seed: 1 })),
    ];
    const digest = (r: TrialRecord): string => ("digest" in r ? r.digest : "");
    expect(digest(first)).toMatch(/^[0-9a-f]{32}$/);
    expect(digest(again)).toBe(digest(first));
    expect(again.curve.map(({ train, test }) => [train, test])).toEqual(
      first.curve.map(({ train, test }) => [train, test]),
    );
    expect(digest(other)).not.toBe(digest(first));
  });

  it.each(["sgd", "adam"] as const)(
    "pauses anywhere and goes on to the digest of the unbroken run: %s",
    (optimizer) => {
      const whole = spec("prelu", { optimizer, lr: optimizer === "adam" ? 0.01 : 0.1 });
      const unbroken = record(whole);
      for (const until of [0, 1, 13, 20, 38]) {
        const paused = runTrial(whole, data, host(), { until });
        if (paused.status !== "paused") throw new Error(paused.status);
        const rest = runTrial(whole, data, host(), { from: structuredClone(paused.checkpoint) });
        if (rest.status !== "completed" || unbroken.status !== "completed") throw new Error(rest.status);
        expect(rest.digest, `until ${until}`).toBe(unbroken.digest);
        expect(rest.curve.map(({ running_loss }) => running_loss)).toEqual(
          unbroken.curve.map(({ running_loss }) => running_loss),
        );
      }
    },
  );

  it("reports divergence as a result: step, layer, last finite loss, digest of the last finite epoch", () => {
    const result = record(spec("identity", { lr: 1e30 }));
    if (result.status !== "diverged") throw new Error(result.status);
    expect(result.step).toBeGreaterThan(0);
    // Weights of 1e30 leave layer 1 finite; layer 2 multiplies two of them.
    expect(result.layer).toBe(2);
    expect(result.last_finite_loss).toBeGreaterThan(0);
    expect(result.curve).toHaveLength(1);
    expect(result.digest).toBe(result.curve[0]?.digest);
  });

  it("trains an autoencoder, which has a loss and no accuracy", () => {
    const base = spec("tanh", { optimizer: "adam", lr: 0.01 });
    const { curve, status } = record({ ...base, train: { ...base.train, loss: "mse", target: "input" } });
    expect(status).toBe("completed");
    const [first, last] = [curve[0]?.validation, curve.at(-1)?.validation];
    expect(Object.keys(last ?? {})).toEqual(["loss"]);
    // The mean square of an input is about 0.1: outputs of 0 would have that loss.
    expect(last?.loss).toBeLessThan(0.09);
    expect(last?.loss).toBeLessThan((first?.loss ?? 0) / 2);
    expect(() => record({ ...base, train: { ...base.train, target: "input" } })).toThrow(
      "train.target: input needs train.loss: mse; it is cross_entropy",
    );
  });

  it("trains a spec of no epochs as its initialization only", () => {
    const result = record(spec("relu", { epochs: 0 }));
    expect(result.status).toBe("completed");
    expect(result.curve.map(({ epoch }) => epoch)).toEqual([0]);
  });

  it("counts dead relu units after a step that kills them all, and none of leaky_relu by definition", () => {
    const units = (name: string) => {
      const base = spec(name, { epochs: 0 });
      const result = record({ ...base, model: { ...base.model, bias_init: -1000 } });
      return result.curve[0]?.units?.map(({ dead, inactive, zero_fraction }) => [
        dead,
        inactive,
        zero_fraction,
      ]);
    };
    expect(units("relu")).toEqual([
      [24, 24, 1],
      [12, 12, 1],
    ]);
    expect(units("leaky_relu")).toEqual([
      [0, 24, 0],
      [0, 12, 0],
    ]);
    expect(units("elu")?.map(([dead]) => dead)).toEqual([0, 0]);
  });

  it("refuses more examples than there are, by number", () => {
    const base = spec("relu");
    expect(() => runTrial({ ...base, dataset: { ...base.dataset, train: 450 } }, data, host())).toThrow(
      "train 450 + validation 100 examples asked for, 500 there",
    );
  });

  it("probes units every N updates, on as many examples as asked for, and at epochs' ends", () => {
    const base = spec("relu", { lr: 0.5 });
    const probed = record({ ...base, measure: { dead_units: true, every: 5, probe: 100 } });
    if (probed.status !== "completed") throw new Error(probed.status);
    expect(probed.probe_n).toBe(100);
    expect(probed.curve.map(({ probes = [] }) => probes.map(({ step }) => step))).toEqual([
      [],
      [5, 10],
      [15, 20, 25],
      [30, 35],
    ]);
    expect(probed.curve.map(({ units }) => units?.length)).toEqual([2, 2, 2, 2]);
    const plain = record(base);
    const measured = ({ curve }: TrialRecord) => curve.map(({ train, digest }) => ({ train, digest }));
    expect(measured(probed)).toEqual(measured(plain));
  });

  it("measures beside the training: a trial's digest does not depend on what is measured", () => {
    const base = spec("prelu", { optimizer: "adam", lr: 0.01 });
    const plain = record({ ...base, measure: { dead_units: false, every: "end", probe: "train" } });
    expect(plain.curve.every(({ units }) => units === undefined)).toBe(true);
    const all = record({ ...base, measure: { dead_units: true, every: 1, probe: 7, forensics: true } });
    expect(all.curve.map(({ digest }) => digest)).toEqual(plain.curve.map(({ digest }) => digest));
    const [layer] = all.curve[1]?.probes?.[3]?.unit_details ?? [];
    expect(layer?.z_mean).toHaveLength(24);
  });

  it("has no loss where that is not finite, and its accuracy all the same", () => {
    const wild = generatedData({
      kind: "f32",
      inputs: 4,
      classes: 3,
      trainRows: 90,
      testRows: 9,
      density: 1,
    });
    // Examples as no training example is: their scores overflow.
    new Float32Array(wild.features).fill(3e38, 90 * 4);
    const base = spec("relu");
    const own = { ...base, dataset: { ...base.dataset, train: 80, validation: 10, test: 9 } };
    const found = runTrial(own, wild, host());
    if (found.status !== "completed") throw new Error(found.status);
    for (const { train, validation, test } of found.curve) {
      expect([Number.isFinite(train?.loss), Number.isFinite(validation?.loss)]).toEqual([true, true]);
      expect(test).toEqual({ accuracy: expect.any(Number) });
    }
  });

  it("gives a record that is the same as JSON, also where moments are not finite", () => {
    const measure = { dead_units: true, every: 1, probe: "train", gradients: true, forensics: true } as const;
    const found = record({ ...spec("tanh", { lr: 1e25, epochs: 2 }), measure });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    const last = found.curve.at(-1);
    expect(last?.units?.[1]?.z).toEqual({ mean: expect.any(Number) });
    expect(last?.unit_details?.[1]?.z_variance).toContain(null);
  });

  it("keeps probes and what changed between them over pauses", () => {
    const base = spec("relu", { lr: 0.9 });
    const whole = {
      ...base,
      measure: { dead_units: true, every: 4, probe: "train", turnover: true } as const,
    };
    const timeless = ({ curve }: TrialRecord) => curve.map(({ train_s, ...epoch }) => epoch);
    const unbroken = timeless(record(whole));
    expect(JSON.stringify(unbroken)).toMatch(/"deaths":[1-9]/);
    expect(JSON.stringify(unbroken)).toMatch(/"died":[1-9]/);
    for (const until of [0, 3, 4, 13, 27]) {
      const paused = runTrial(whole, data, host(), { until });
      if (paused.status !== "paused") throw new Error(paused.status);
      const rest = runTrial(whole, data, host(), { from: structuredClone(paused.checkpoint) });
      if (rest.status === "paused") throw new Error(rest.status);
      expect(timeless(rest), `until ${until}`).toEqual(unbroken);
    }
  });
});
