import fc from "fast-check";
import { type Numerics, OPTIMIZERS, type TrainSpec, type TrialSpec } from "../src/contract/spec.js";
import { catalogSample } from "./catalog-sample.js";
import type { OracleCase } from "./oracle-pair.js";

/** A network of any shape and any settings together, and the sizes of the batches it is trained on. */
export interface AnyNetwork {
  readonly c: OracleCase;
  readonly batches: readonly number[];
}

/** Bounds of what is drawn. */
export interface Largest {
  readonly inputs: number;
  readonly units: number;
  readonly batch: number;
}

/** Small networks with every option that decides a step, drawn together. */
export function anyNetwork(
  profiles: readonly Numerics[],
  largest: Largest = { inputs: 18, units: 9, batch: 7 },
): fc.Arbitrary<AnyNetwork> {
  return fc
    .record({
      shape: shapes(largest),
      model,
      train,
      numerics: fc.constantFrom(...profiles),
      kind: fc.constantFrom("u8" as const, "f32" as const),
      per: fc.constantFrom(undefined, "layer" as const, "unit" as const),
      density: fc.constantFrom(0.3, 1),
      inputMap: fc.constantFrom({ factor: 1, shift: 0 }, { factor: 2.5, shift: -0.75 }),
      seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    })
    .map(({ shape: { layers, batches, ...shape }, per, ...rest }) => {
      const { normalization } = rest.model;
      const rows = batches.map((count) => (normalization === "batch" ? count + LEAST : count));
      const hidden = layers.map(({ units }) => (normalization === "layer" ? units + LEAST : units));
      const activation = layers.map((layer) => layer.activation);
      const c = { ...shape, ...rest, hidden, activation, batch: Math.max(...rows) };
      return { c: { ...c, ...(per === undefined ? {} : { per }) }, batches: rows };
    });
}

/**
 * Two numbers that are normalized are ±1 whatever they were: their gradient is 0, and in f32 nothing but
 * rounding.
 */
const LEAST = 2;

const shapes = (largest: Largest) =>
  fc.record({
    inputs: fc.integer({ min: 1, max: largest.inputs }),
    classes: fc.integer({ min: 2, max: 6 }),
    layers: fc.array(
      fc.record({
        units: fc.integer({ min: 1, max: largest.units }),
        activation: fc.constantFrom(...catalogSample().map(({ name }) => name)),
      }),
      { maxLength: 3 },
    ),
    batches: fc.array(fc.integer({ min: 1, max: largest.batch }), { minLength: 1, maxLength: 3 }),
  });

/** At most one kind of dropout of outputs, as the engine has it. */
const model: fc.Arbitrary<Partial<TrialSpec["model"]>> = fc
  .record({
    normalization: fc.constantFrom("none", "none", "batch", "layer"),
    input_dropout: fc.constantFrom(0, 0, 0.3),
    dropped: fc.constantFrom({}, {}, { dropout: 0.4 }, { alpha_dropout: 0.2 }),
  })
  .map(({ dropped, ...rest }) => ({ ...rest, ...dropped }));

const train: fc.Arbitrary<Partial<TrainSpec>> = fc
  .record({
    optimizer: fc.constantFrom(...OPTIMIZERS),
    lr: fc.constantFrom(0.01, 0.1),
    momentum: fc.constantFrom(0.5, 0.9),
    beta1: fc.constantFrom(0.5, 0.9),
    beta2: fc.constantFrom(0.9, 0.999),
    // Rounding of a gradient near 0 moves a weight by lr · rounding / epsilon.
    epsilon: fc.constantFrom(1e-2, 1e-3),
    decays: fc.constantFrom({ weight_decay: 0 }, { weight_decay: 0.05 }, {
      weight_decay: 0.05,
      decay: "weights",
    } as const),
    max_norm: fc.constantFrom(null, null, 0.5),
    clip_norm: fc.constantFrom(null, null, 0.1, 100),
    goal: fc.constantFrom(
      { loss: "cross_entropy", target: "label" } as const,
      { loss: "mse", target: "label" } as const,
      { loss: "mse", target: "input" } as const,
      { loss: "mse", target: "numbers" } as const,
      { loss: "huber", huber_delta: 0.3, target: "numbers" } as const,
    ),
  })
  .map(({ goal, decays, ...rest }) => ({ ...rest, ...goal, ...decays }));
