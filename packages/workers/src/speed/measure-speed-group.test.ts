import {
  type ActivationSpec,
  activationSpec,
  type Dataset,
  findActivation,
  speedId,
  type TrialSpec,
} from "@actbench/core/internal";
import { describe, expect, it } from "vitest";
import { specOf } from "../../test/spec-of.js";
import { measureSpeedGroup, type SpeedCandidates } from "./measure-speed-group.js";

const ROWS = 64;
const INPUTS = 16;

/** Two classes that differ in their first byte. */
function data(): Dataset {
  const features = new SharedArrayBuffer(ROWS * INPUTS);
  new Uint8Array(features).forEach((_, i, all) => {
    all[i] = (i * 37) % 256;
  });
  const shape = {
    kind: "u8",
    inputs: INPUTS,
    classes: 2,
    stride: INPUTS,
    trainRows: ROWS,
    testRows: 0,
  } as const;
  return {
    name: "test",
    hash: "speed",
    ...shape,
    density: 1,
    features,
    labels: new SharedArrayBuffer(ROWS * 2),
  };
}

function specWith(activation: ActivationSpec, batch_size = 16): TrialSpec {
  const base = specOf("completes");
  return {
    ...base,
    dataset: {
      ...base.dataset,
      name: "test",
      hash: "speed",
      train: ROWS,
      validation: 0,
      test: 0,
      normalize: "unit",
    },
    model: { ...base.model, hidden: [8, 8], activation: [activation, activation] },
    train: { ...base.train, batch_size, epochs: 1 },
  };
}

function candidates(...names: string[]): SpeedCandidates {
  return {
    network: "test · 8-8",
    baseline: names[0] ?? "",
    candidates: names.map((name) => {
      const found = findActivation(name);
      if (found === undefined) throw new Error(`no ${name}`);
      const spec = specWith(activationSpec(found));
      return { id: speedId(spec), activation: name, spec };
    }),
  };
}

const quick = { datasets: [data()], rounds: 2, seconds: 0.004, warmUpSeconds: 0.04 };

describe("the isolated timing", () => {
  it("times each network round after round, the baseline in two threads at the ends, in ABBA order", async () => {
    const order: string[] = [];
    const group = await measureSpeedGroup(candidates("relu", "gelu"), {
      ...quick,
      onProgress: (done, of, what) => order.push(`${done}/${of} ${what}`),
    });
    expect(order).toEqual([
      "1/9 relu: warm",
      "2/9 gelu: warm",
      "3/9 relu: warm",
      "4/9 round 1 of 2: relu",
      "5/9 round 1 of 2: gelu",
      "6/9 round 1 of 2: relu",
      "7/9 round 2 of 2: relu",
      "8/9 round 2 of 2: gelu",
      "9/9 round 2 of 2: relu",
    ]);
    expect(group.subjects.map(({ activation, twin }) => [activation, twin])).toEqual([
      ["relu", false],
      ["gelu", false],
      ["relu", true],
    ]);
    expect(group.others).toHaveLength(2);
    for (const { step, forward = [], backward = [] } of group.subjects)
      for (const rounds of [step, forward, backward]) {
        expect(rounds).toHaveLength(2);
        for (const { p50_ns, n } of rounds) {
          expect(p50_ns).toBeGreaterThan(0);
          expect(n).toBeGreaterThan(0);
        }
      }
    // An element of a kernel is a small part of an update of 16 × 16 of them.
    const [relu] = group.subjects;
    expect(relu?.forward?.[0]?.p50_ns).toBeLessThan(relu?.step[0]?.p50_ns ?? 0);
  });

  it.each([
    ["while it warms up", 2, 0],
    ["within the first round", 4, 0],
    ["within the third round", 11, 2],
  ])(
    "ends immediately on request to %s, leaves no thread, and returns the complete rounds",
    async (_, at, whole) => {
      const control = new AbortController();
      const group = await measureSpeedGroup(candidates("relu", "elu"), {
        ...quick,
        rounds: 1000,
        signal: control.signal,
        onProgress: (done) => done === at && control.abort(),
      });
      expect(group.others).toHaveLength(whole);
      for (const { step, forward = [], backward = [] } of group.subjects)
        expect([step.length, forward.length, backward.length]).toEqual([whole, whole, whole]);
    },
  );

  it("names what a thread failed of", async () => {
    const { candidates: all, ...group } = candidates("relu", "elu");
    const broken = all.map((one) => ({
      ...one,
      spec: { ...one.spec, train: { ...one.spec.train, target: "input" as const } },
    }));
    await expect(measureSpeedGroup({ ...group, candidates: broken }, quick)).rejects.toMatchObject({
      code: "speed_lane_broken",
      message: expect.stringContaining("train.target: input needs train.loss: mse"),
    });
    await expect(measureSpeedGroup({ ...group, baseline: "selu", candidates: all }, quick)).rejects.toThrow(
      "the baseline selu is not one of the networks to be timed",
    );
  });
});
