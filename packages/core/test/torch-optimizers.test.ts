import { readFileSync } from "node:fs";
import v8 from "node:v8";
import { describe, expect, it } from "vitest";
import { activationSpec } from "../src/activation/activation-spec.js";
import { findActivation } from "../src/activation/find-activation.js";
import { panelOffset } from "../src/kernels/panels.js";
import { activationRules } from "../src/network/activation-rules.js";
import { Network } from "../src/network/network.js";
import { writeLayer } from "../src/network/weights.js";
import type { Numerics, TrainSpec, TrialSpec } from "../src/trial/spec.js";
import { StepRates } from "../src/trial/step-rates.js";
import { fmaAvailable, relaxedSimdProbe } from "../src/wasm/relaxed-simd.js";
import { trialSpec } from "./trial-spec.js";

interface Fixtures {
  readonly torch: string;
  readonly widths: readonly number[];
  readonly batch: number;
  readonly bytes: readonly (readonly number[])[];
  readonly labels: readonly number[];
  readonly weights: readonly (readonly (readonly number[])[])[];
  readonly biases: readonly (readonly number[])[];
  readonly cases: readonly {
    readonly train: Partial<TrainSpec>;
    /** Mean loss of each batch, before its update. */
    readonly losses: readonly number[];
    readonly weights: Fixtures["weights"];
    readonly biases: Fixtures["biases"];
  }[];
}

const fixtures: Fixtures = JSON.parse(
  readFileSync(new URL("fixtures/torch-optimizers.json", import.meta.url), "utf8"),
);
if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
const profiles: readonly Numerics[] = fmaAvailable() ? ["fma", "strict"] : ["strict"];
const found = findActivation("tanh");
if (!found) throw new Error("no tanh");
const tanh = activationSpec(found);

/** f32 against f64 over a dozen steps of order 1; a wrong rule is off by 1e-3 and more. */
const TOLERANCE = 4e-6;

function specOf(train: Partial<TrainSpec>, numerics: Numerics): TrialSpec {
  const hidden = fixtures.widths.slice(1, -1);
  const batch_size = fixtures.batch;
  return trialSpec({ hidden, activation: tanh, numerics, train: { batch_size, ...train } });
}

function trained(train: Partial<TrainSpec>, numerics: Numerics) {
  const [inputs = 0] = fixtures.widths;
  const classes = fixtures.widths.at(-1) ?? 0;
  const spec = specOf(train, numerics);
  const { batch_size } = spec.train;
  const stride = Math.ceil(inputs / 4) * 4;
  const data = { kind: "u8", inputs, classes, stride, density: 1 } as const;
  const inputMap = { divisor: 255, factor: 1, shift: 0 };
  const network = new Network({ spec, data, inputMap, rules: [activationRules(tanh)] });
  network.layout.layers.forEach((layer, l) => {
    const weights = Float64Array.from((fixtures.weights[l] ?? []).flat());
    writeLayer(network, layer, weights, Float64Array.from(fixtures.biases[l] ?? []));
  });
  network.derive();
  const bytes = new Uint8Array(stride * fixtures.bytes.length);
  fixtures.bytes.forEach((row, r) => {
    bytes.set(row, r * stride);
  });
  const source = { words: new Int32Array(bytes.buffer), labels: Uint16Array.from(fixtures.labels), stride };
  const order = Uint32Array.from(fixtures.labels, (_, row) => row);
  const steps = order.length / batch_size;
  const rates = new StepRates(spec.train, network, steps);
  const losses = Array.from({ length: steps }, (_, step) => {
    network.load(source, order, step * batch_size, batch_size);
    rates.writeNext(step);
    network.setStep(step);
    return network.step(batch_size) / batch_size;
  });
  return { network, losses };
}

describe.each(profiles)(`PyTorch ${fixtures.torch}'s training, %s profile`, (numerics) => {
  it.each(fixtures.cases.map((own) => ({ ...own, name: nameOf(own.train) })))("$name", (own) => {
    const { network, losses } = trained(own.train, numerics);
    own.losses.forEach((want, step) => {
      expect(Math.abs((losses[step] as number) - want), `loss of step ${step}`).toBeLessThan(TOLERANCE);
    });
    network.layout.layers.forEach((layer, l) => {
      own.weights[l]?.forEach((row, unit) => {
        row.forEach((want, input) => {
          const at = (layer.weights + panelOffset(layer.panels, input, unit)) / 4;
          expect(Math.abs((network.f32[at] as number) - want), `weight ${l} ${unit} ${input}`).toBeLessThan(
            TOLERANCE,
          );
        });
        const bias = network.f32[layer.bias / 4 + unit] as number;
        expect(Math.abs(bias - (own.biases[l]?.[unit] ?? 0)), `bias ${l} ${unit}`).toBeLessThan(TOLERANCE);
      });
    });
  });
});

/** The settings that say what a case is about. */
function nameOf({
  optimizer,
  loss,
  schedule,
  warmup,
  weight_decay,
  max_norm,
  clip_norm,
}: Partial<TrainSpec>) {
  const said = { loss, schedule, warmup, weight_decay, max_norm, clip_norm };
  const plain: Readonly<Record<string, unknown>> = { loss: "cross_entropy", schedule: "constant" };
  const unusual = Object.entries(said).filter(([name, value]) => value && value !== plain[name]);
  return [optimizer, ...unusual.map(([name, value]) => `${name} ${value}`)].join(", ");
}
