import { readFileSync } from "node:fs";
import v8 from "node:v8";
import { describe, expect, it } from "vitest";
import { activationSpec } from "../src/activation/activation-spec.js";
import { findActivation } from "../src/activation/find-activation.js";
import type { Numerics, TrainSpec, TrialSpec } from "../src/contract/spec.js";
import { activationRules } from "../src/network/activation-rules.js";
import { Network } from "../src/network/network.js";
import { stateTensors } from "../src/network/tensors.js";
import { writeLayer } from "../src/network/weights.js";
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
    readonly normalization: TrialSpec["model"]["normalization"];
    /** Mean loss of each batch, before its update. */
    readonly losses: readonly number[];
    /** Mean loss of all examples after the last update, in evaluation mode. */
    readonly evaluated: number;
    readonly weights: Fixtures["weights"];
    readonly biases: Fixtures["biases"];
    /** None, or the hidden layer's. */
    readonly norms: readonly {
      readonly weight: readonly number[];
      readonly bias: readonly number[];
      readonly running_mean?: readonly number[];
      readonly running_var?: readonly number[];
    }[];
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
/** Division by the small deviations of four examples, or of five units, magnifies rounding. */
const NORMALIZED_TOLERANCE = 4e-5;

type Case = Fixtures["cases"][number];

function specOf({ train, normalization }: Case, numerics: Numerics): TrialSpec {
  const hidden = fixtures.widths.slice(1, -1);
  const batch_size = fixtures.batch;
  return trialSpec({
    hidden,
    activation: tanh,
    numerics,
    model: { normalization },
    train: { batch_size, ...train },
  });
}

function trained(own: Case, numerics: Numerics) {
  const [inputs = 0] = fixtures.widths;
  const classes = fixtures.widths.at(-1) ?? 0;
  const spec = specOf(own, numerics);
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
  const evaluated = network.evaluate(source, order).loss / order.length;
  return { network, losses, evaluated };
}

/** PyTorch's numbers by the names of the network's tensors. */
function tensorsOf({ weights, biases, norms }: Case): ReadonlyMap<string, readonly number[]> {
  const layers = ["layer 1", "output"].flatMap((layer, l) => [
    [`${layer} weights`, (weights[l] ?? []).flat()] as const,
    [`${layer} biases`, biases[l] ?? []] as const,
  ]);
  const normalized = norms.flatMap((norm) => [
    ["layer 1 normalization gamma", norm.weight] as const,
    ["layer 1 normalization beta", norm.bias] as const,
    ["layer 1 running mean", norm.running_mean ?? []] as const,
    ["layer 1 running variance", norm.running_var ?? []] as const,
  ]);
  return new Map([...layers, ...normalized].filter(([, values]) => values.length > 0));
}

describe.each(profiles)(`PyTorch ${fixtures.torch}'s training, %s profile`, (numerics) => {
  it.each(fixtures.cases.map((own) => ({ ...own, name: nameOf(own) })))("$name", (own) => {
    const { network, losses, evaluated } = trained(own, numerics);
    const tolerance = own.normalization === "none" ? TOLERANCE : NORMALIZED_TOLERANCE;
    const close = (got: number | undefined, want: number, what: string): void =>
      expect(Math.abs((got ?? Number.NaN) - want), what).toBeLessThan(tolerance);
    own.losses.forEach((want, step) => {
      close(losses[step], want, `loss of step ${step}`);
    });
    close(evaluated, own.evaluated, "loss in evaluation mode");
    const places = new Map(
      stateTensors(network.layout).map(({ name, positions }) => [name, [...positions]] as const),
    );
    for (const [name, wanted] of tensorsOf(own)) {
      expect(places.get(name), name).toHaveLength(wanted.length);
      wanted.forEach((want, i) => {
        close(network.f32[places.get(name)?.[i] ?? -1], want, `${name}, ${i}`);
      });
    }
  });
});

/** The settings that say what a case is about. */
function nameOf({ normalization, train: { optimizer, ...train } }: Case) {
  const { loss, schedule, warmup, weight_decay, max_norm, clip_norm } = train;
  const said = { loss, schedule, warmup, weight_decay, max_norm, clip_norm, normalization };
  const plain: Readonly<Record<string, unknown>> = {
    loss: "cross_entropy",
    schedule: "constant",
    normalization: "none",
  };
  const unusual = Object.entries(said).filter(([name, value]) => value && value !== plain[name]);
  return [optimizer, ...unusual.map(([name, value]) => `${name} ${value}`)].join(", ");
}
