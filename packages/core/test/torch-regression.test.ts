import { readFileSync } from "node:fs";
import v8 from "node:v8";
import { describe, expect, it } from "vitest";
import { activationSpec } from "../src/activation/activation-spec.js";
import { findActivation } from "../src/activation/find-activation.js";
import type { Numerics, TrainSpec, TrialSpec } from "../src/contract/spec.js";
import { activationRules } from "../src/network/activation-rules.js";
import { Network } from "../src/network/network.js";
import { rowTargets } from "../src/network/row-targets.js";
import { trainedTensors } from "../src/network/tensors.js";
import { writeLayer } from "../src/network/weights.js";
import { mae } from "../src/score/mae.js";
import { r2 } from "../src/score/r2.js";
import { rmse } from "../src/score/rmse.js";
import { StepRates } from "../src/trial/step-rates.js";
import { fmaAvailable, relaxedSimdProbe } from "../src/wasm/relaxed-simd.js";
import { trialSpec } from "./trial-spec.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
const profiles: readonly Numerics[] = fmaAvailable() ? ["fma", "strict"] : ["strict"];

interface Layers {
  readonly weights: readonly (readonly (readonly number[])[])[];
  readonly biases: readonly (readonly number[])[];
}

interface Case extends Layers {
  readonly train: Pick<TrainSpec, "loss" | "optimizer" | "lr" | "huber_delta">;
  readonly losses: readonly number[];
  readonly evaluated: number;
  readonly scores: {
    readonly rmse: number;
    readonly target_rmse: readonly number[];
    readonly mae: number;
    readonly r2: number;
  };
}

interface Fixtures {
  readonly torch: string;
  readonly widths: readonly number[];
  readonly batch: number;
  readonly offset: readonly number[];
  readonly scale: readonly number[];
  readonly inputs: readonly (readonly number[])[];
  readonly values: readonly (readonly number[])[];
  readonly start: Layers;
  readonly cases: readonly Case[];
}

const fixtures: Fixtures = JSON.parse(
  readFileSync(new URL("fixtures/torch-regression.json", import.meta.url), "utf8"),
);

/** Twelve updates in f32 against f64, of numbers of order 1. */
const TOLERANCE = 3e-6;

const tanh = (() => {
  const found = findActivation("tanh");
  if (found === undefined) throw new Error("no tanh");
  return activationSpec(found);
})();

function specOf({ train }: Case, numerics: Numerics): TrialSpec {
  const hidden = fixtures.widths.slice(1, -1);
  const own = { batch_size: fixtures.batch, target: "numbers", ...train } as const;
  return trialSpec({ hidden, activation: tanh, numerics, train: own });
}

/** The rows as a network takes them. */
function rowsOf() {
  const [inputs = 0] = fixtures.widths;
  const names = fixtures.offset.map((_, j) => `t${j}`);
  const values = Float64Array.from(fixtures.values.flat()).buffer;
  const { offset, scale } = fixtures;
  const data = {
    kind: "f32",
    inputs,
    classes: 0,
    targets: { names },
    stride: inputs * 4,
    density: 1,
  } as const;
  const source = {
    words: new Int32Array(Float32Array.from(fixtures.inputs.flat()).buffer),
    labels: new Uint16Array(fixtures.inputs.length),
    stride: inputs * 4,
    targets: rowTargets({ names, values, offset, scale }),
  };
  return { data, source, order: Uint32Array.from(fixtures.inputs, (_, row) => row) };
}

function trained(own: Case, numerics: Numerics) {
  const spec = specOf(own, numerics);
  const { data, source, order } = rowsOf();
  const inputMap = { divisor: 1, factor: 1, shift: 0 };
  const network = new Network({ spec, data, inputMap, rules: [activationRules(tanh)] });
  const { weights, biases } = fixtures.start;
  network.layout.layers.forEach((layer, l) => {
    writeLayer(
      network,
      layer,
      Float64Array.from((weights[l] ?? []).flat()),
      Float64Array.from(biases[l] ?? []),
    );
  });
  network.derive();
  const { batch } = fixtures;
  const steps = order.length / batch;
  const rates = new StepRates(spec.train, network, steps);
  const losses = Array.from({ length: steps }, (_, step) => {
    network.load(source, order, step * batch, batch);
    rates.writeNext(step);
    network.setStep(step);
    return network.step(batch) / batch;
  });
  return { network, losses, totals: network.evaluate(source, order), rows: order.length };
}

describe.each(profiles)(`PyTorch ${fixtures.torch}'s regression, %s profile`, (numerics) => {
  it.each(fixtures.cases.map((own) => [JSON.stringify(own.train), own] as const))("%s", (_, own) => {
    const { network, losses, totals, rows } = trained(own, numerics);
    const close = (got: number | undefined, want: number | undefined, what: string): void =>
      expect(Math.abs((got ?? Number.NaN) - (want ?? Number.NaN)), what).toBeLessThan(TOLERANCE);
    own.losses.forEach((want, step) => {
      close(losses[step], want, `loss of step ${step}`);
    });
    close(totals.loss / rows, own.evaluated, "loss in evaluation");
    const wanted = [0, 1].flatMap((l) => [(own.weights[l] ?? []).flat(), own.biases[l] ?? []]);
    trainedTensors(network.layout).forEach(({ name, positions }, i) => {
      expect(positions.length).toBe(wanted[i]?.length);
      positions.forEach((at, j) => {
        close(network.f32[at], wanted[i]?.[j], `${name}, ${j}`);
      });
    });
  });

  it.each(fixtures.cases.map((own) => [JSON.stringify(own.train), own] as const))(
    "scikit-learn's scores, in the targets' own unit: %s",
    (_, own) => {
      const { totals, rows } = trained(own, numerics);
      // The predictions differ by the rounding of f32, times the scale of the target.
      const close = (got: number, want: number): void =>
        expect(Math.abs(got / want - 1)).toBeLessThan(20 * TOLERANCE);
      close(rmse.of(totals, rows), own.scores.rmse);
      close(mae.of(totals, rows), own.scores.mae);
      close(r2.of(totals), own.scores.r2);
      own.scores.target_rmse.forEach((want, target) => {
        close(Math.sqrt((totals.errors?.squares[target] ?? 0) / rows), want);
      });
    },
  );
});
