import v8 from "node:v8";
import { describe, expect, it } from "vitest";
import { standardActivations } from "../src/activation/catalog/catalog.js";
import { type Numerics, OPTIMIZERS } from "../src/contract/spec.js";
import { weightDigest, weightPositions } from "../src/network/weights.js";
import { fmaAvailable, relaxedSimdProbe } from "../src/wasm/relaxed-simd.js";
import { catalogSample, FEW } from "./catalog-sample.js";
import { type OracleCase, oraclePair } from "./oracle-pair.js";
import { setHyper, trainOraclePair } from "./train-oracle-pair.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
const profiles: readonly Numerics[] = fmaAvailable() ? ["fma", "strict"] : ["strict"];

const compare = (c: OracleCase, batches: readonly number[]): number => trainOraclePair(c, batches).distance;

/** Rounding of a few f32 steps with weights of order 1; a wrong gradient is off by 1e-3 and more. */
const TOLERANCE = 5e-6;

/** A normalized layer divides by small deviations of a batch of five, which magnifies rounding. */
const NORMALIZED_TOLERANCE = 1e-4;

describe.each(profiles)("a network in the %s profile", (numerics) => {
  const base = { inputs: 9, hidden: [7, 5], classes: 3, batch: 8, numerics, train: { lr: 0.3 } };

  it.each(catalogSample(FEW).map((activation) => [activation.name, activation] as const))(
    "trains %s as the f64 oracle does, on sparse and on dense inputs",
    (name, activation) => {
      // What grows exponentially on both sides diverges within three steps of 0.3.
      const train = standardActivations.includes(activation) ? base.train : { lr: 0.03 };
      const c = { ...base, activation: name, train };
      expect(compare({ ...c, density: 0.3 }, [8, 8, 3])).toBeLessThan(TOLERANCE);
      expect(compare({ ...c, density: 0.9 }, [8, 8, 3])).toBeLessThan(TOLERANCE);
    },
  );

  it.each(OPTIMIZERS)("updates by %s as the f64 oracle does, with weight decay", (optimizer) => {
    // Adam and rmsprop divide by small roots: rounding of a gradient near 0 moves a weight by up to lr.
    const tolerance =
      optimizer === "sgd" || optimizer === "momentum" || optimizer === "nesterov" ? TOLERANCE : 2e-4;
    const train = { optimizer, lr: 0.01, momentum: 0.9, weight_decay: 0.01 };
    for (const density of [0.3, 0.9])
      expect(compare({ ...base, activation: "prelu", density, train }, [8, 8, 5, 8])).toBeLessThan(tolerance);
  });

  it.each([3, 5, 16])("trains maxout of %d pieces as the f64 oracle does", (pieces) => {
    for (const density of [0.3, 0.9])
      expect(compare({ ...base, activation: "maxout", pieces, density }, [8, 8, 3])).toBeLessThan(TOLERANCE);
  });

  it.each(OPTIMIZERS)("lets trained parameters decay on their own, by %s", (optimizer) => {
    const clipped = { optimizer, lr: 0.01, momentum: 0.9, weight_decay: 0.01, clip_norm: 0.5 };
    const { clip_norm: _, ...train } = clipped;
    for (const [own, per] of [
      [train, "layer"],
      [train, "unit"],
      [clipped, "layer"],
      [clipped, "unit"],
    ] as const)
      for (const decay of [0, 5]) {
        const c = { ...base, activation: ["prelu", "swish"], density: 0.3, train: own, per };
        const tolerance = optimizer === "adam" || optimizer === "rmsprop" ? 2e-4 : 2e-5;
        expect(compare({ ...c, decay }, [8, 8, 5, 8])).toBeLessThan(tolerance);
        const digests = [{ decay }, {}].map((more) => {
          const { network } = trainOraclePair({ ...c, ...more }, [8, 8]);
          return weightDigest(network, weightPositions(network));
        });
        expect(new Set(digests).size).toBe(2);
      }
  });

  it.each(OPTIMIZERS)(
    "leaves biases, gains and trained parameters to their gradients under decay: weights, by %s",
    (optimizer) => {
      // A bias before batch normalization has the gradient 0 but for rounding, which adam divides by a root
      // of its size.
      const shared = { optimizer, lr: 0.01, momentum: 0.9, weight_decay: 0.5, epsilon: 1e-2 } as const;
      for (const train of [shared, { ...shared, clip_norm: 0.5 }])
        for (const normalization of ["none", "batch"] as const) {
          const c = { ...base, activation: ["prelu", "swish"], density: 0.3, model: { normalization } };
          const decaying = { ...c, train: { ...train, decay: "weights" } } as const;
          expect(compare(decaying, [8, 8, 5, 8])).toBeLessThan(NORMALIZED_TOLERANCE);
          const digests = [decaying, { ...c, train }].map((one) => {
            const { network } = trainOraclePair(one, [8, 8]);
            return weightDigest(network, weightPositions(network));
          });
          expect(new Set(digests).size).toBe(2);
        }
    },
  );

  it("minimizes the mean squared error as the f64 oracle does", () => {
    const train = { lr: 0.3, loss: "mse" } as const;
    for (const classes of [1, 3, 5])
      for (const activation of ["tanh", "prelu"])
        expect(compare({ ...base, classes, activation, density: 0.3, train }, [8, 8, 3])).toBeLessThan(
          TOLERANCE,
        );
  });

  it.each([
    { inputs: 9, hidden: [7, 5] },
    { inputs: 16, hidden: [5] },
    { inputs: 3, hidden: [] },
  ])("reproduces its inputs as the f64 oracle does, an autoencoder: $inputs, $hidden", (shape) => {
    const train = { lr: 0.3, loss: "mse", target: "input" } as const;
    const c = { ...base, ...shape, activation: "tanh", train };
    // Dropped inputs are still to be reproduced; a shift must not reach the padding.
    for (const inputMap of [
      { factor: 1, shift: 0 },
      { factor: 2.5, shift: -0.75 },
    ])
      for (const density of [0.3, 0.9])
        for (const input_dropout of [0, 0.4]) {
          const own = { ...c, inputMap, density, model: { input_dropout } };
          const kind = density === 0.9 && input_dropout === 0 ? "f32" : "u8";
          expect(compare({ ...own, kind }, [8, 3])).toBeLessThan(TOLERANCE);
        }
  });

  it.each(["none", "batch", "layer"] as const)(
    "evaluates as the f64 oracle does, nothing dropped and by running statistics: %s",
    (normalization) => {
      // rrelu: a uniform slope in training, the mean one here.
      for (const [activation, train] of [
        ["gelu", {}],
        ["rrelu", {}],
        ["gelu", { loss: "mse", target: "input" }],
      ] as const) {
        const model = { normalization, dropout: 0.3 };
        const c = { ...base, activation, density: 0.9, train: { lr: 0.1, ...train }, model };
        const { oracle, evaluated } = trainOraclePair(c, [8, 8, 5]);
        const { inputs, targets, loss, correct } = evaluated(260);
        const want = oracle.evaluate(inputs, targets);
        // f32 outputs of 260 rows, more than one block; a wrong mode is off by 1e-2 and more.
        expect(Math.abs(loss - want.loss) / want.loss).toBeLessThan(1e-5);
        if (c.train.target === "input") continue;
        const best = want.outputs.map((row) => row.indexOf(Math.max(...row)));
        expect(correct).toBe(best.filter((label, row) => label === targets[row]).length);
      }
    },
  );

  it.each([
    { inputs: 9, hidden: [7, 5] },
    // The first layer on its lists has other panels than the second, of the same size.
    { inputs: 16, hidden: [16, 16] },
    { inputs: 5, hidden: [12, 3, 20] },
  ])("keeps units' incoming weights within max_norm as the f64 oracle does: $inputs, $hidden", (shape) => {
    for (const max_norm of [0.2, 0.7])
      for (const density of [0.3, 0.9]) {
        const c = { ...base, ...shape, activation: "glu", density, train: { lr: 0.3, max_norm } };
        expect(compare(c, [8, 8, 3])).toBeLessThan(TOLERANCE);
      }
  });

  // Dense inputs: an example of zeros gives a row without variance, whose rounding a layer norm magnifies.
  it.each(["batch", "layer"] as const)("normalizes by %s as the f64 oracle does", (normalization) => {
    for (const activation of ["relu", "prelu", "glu"])
      for (const hidden of [
        [7, 5],
        [8, 12],
      ])
        for (const train of [
          { lr: 0.1 },
          { lr: 0.1, clip_norm: 0.5, momentum: 0.9, optimizer: "momentum" } as const,
        ])
          expect(
            compare(
              { ...base, hidden, activation, density: 0.9, train, model: { normalization } },
              [8, 8, 5],
            ),
          ).toBeLessThan(NORMALIZED_TOLERANCE);
  });

  it.each(["sgd", "adam"] as const)("clips the gradient's norm as the f64 oracle does: %s", (optimizer) => {
    for (const density of [0.3, 0.9])
      for (const clip_norm of [0.05, 100]) {
        const train = { optimizer, lr: optimizer === "adam" ? 0.01 : 0.3, clip_norm };
        expect(compare({ ...base, activation: "prelu", density, train }, [8, 8, 3])).toBeLessThan(
          optimizer === "adam" ? 2e-4 : TOLERANCE,
        );
      }
  });

  it.each([{ dropout: 0.5 }, { alpha_dropout: 0.25 }])(
    "drops outputs as the f64 oracle does: %j",
    (model) => {
      for (const activation of ["selu", "prelu", "glu"])
        expect(compare({ ...base, activation, density: 0.3, model }, [8, 8, 3])).toBeLessThan(TOLERANCE);
    },
  );

  it.each([
    { inputs: 1, hidden: [1], classes: 2, batch: 1 },
    { inputs: 4, hidden: [4, 4], classes: 4, batch: 4 },
    { inputs: 17, hidden: [8, 12, 16], classes: 10, batch: 13 },
    { inputs: 33, hidden: [20], classes: 5, batch: 7 },
    { inputs: 50, hidden: [33, 18], classes: 11, batch: 17 },
    { inputs: 6, hidden: [], classes: 3, batch: 5 },
  ])("has right edges: $inputs inputs, hidden $hidden, $classes classes, batch $batch", (shape) => {
    const batches = [shape.batch, Math.max(1, shape.batch - 1), shape.batch];
    for (const density of [0.3, 0.9])
      expect(compare({ ...base, ...shape, activation: "tanh", density }, batches)).toBeLessThan(TOLERANCE);
  });

  it.each([
    { inputs: 9, hidden: [7, 5], batch: 8 },
    { inputs: 50, hidden: [33, 18], batch: 17 },
    { inputs: 6, hidden: [], batch: 5 },
  ])("corrects shifted inputs on lists of non-zero ones: $inputs inputs, hidden $hidden", (shape) => {
    const inputMap = { factor: 3.25, shift: -0.5 };
    for (const optimizer of ["sgd", "momentum"] as const) {
      const c = { ...base, ...shape, activation: "tanh", train: { optimizer, lr: 0.1 }, inputMap };
      for (const density of [0.1, 0.3])
        expect(compare({ ...c, density }, [shape.batch, 3, shape.batch])).toBeLessThan(TOLERANCE);
      expect(oraclePair({ ...c, density: 0.3 }).network.layout.sparse).toBeDefined();
    }
  });

  it("drops inputs as the f64 oracle does, shifted ones too", () => {
    const c = { ...base, inputs: 21, activation: "tanh", model: { input_dropout: 0.4 } };
    for (const density of [0.3, 0.9])
      for (const shift of [0, 0.5])
        expect(compare({ ...c, density, inputMap: { factor: 1, shift } }, [8, 8, 3])).toBeLessThan(TOLERANCE);
  });

  it("takes the dense matrix where shifted inputs may be dropped", () => {
    const c = { ...base, activation: "relu", density: 0.3, inputMap: { factor: 1, shift: 1 } };
    expect(oraclePair({ ...c, model: { input_dropout: 0.2 } }).network.layout.sparse).toBeUndefined();
  });

  it("gives the same bits on lists of non-zero inputs as on the dense matrix", () => {
    const c = { ...base, inputs: 40, hidden: [21, 9], batch: 13, activation: "elu", density: 0.3 };
    // The declared density picks the kernels; the inputs are drawn at `density` either way.
    const [sparse, dense] = [0.3, 0.9].map((declared) => {
      const { network, batch, spec } = oraclePair({ ...c, declaredDensity: declared });
      for (let step = 1; step <= 3; step++) {
        batch(step === 3 ? 6 : 13);
        setHyper(network, spec.train, step);
        network.step(step === 3 ? 6 : 13);
      }
      expect(network.layout.sparse !== undefined).toBe(declared < 0.4);
      return weightDigest(network, weightPositions(network));
    });
    expect(sparse).toMatch(/^[0-9a-f]{32}$/);
    expect(sparse).toBe(dense);
  });

  it.each([
    { train: { lr: 0.3 } },
    { train: { lr: 0.3, clip_norm: 0.1, max_norm: 0.7 } },
    { train: { lr: 0.01, optimizer: "adam" }, model: { normalization: "batch", dropout: 0.3 } },
  ] as const)("an update made in parts is the update: $train", (c) => {
    const [whole, parts] = ["whole", "parts"].map((how) => {
      const { network, batch, spec } = oraclePair({ ...base, activation: "prelu", density: 0.3, ...c });
      const losses = [8, 8, 3].map((rows, step) => {
        network.setStep(step);
        batch(rows);
        setHyper(network, spec.train, step + 1);
        if (how === "whole") return network.step(rows);
        const loss = network.forward(rows);
        network.backward(rows);
        network.finish();
        return loss;
      });
      return [...losses, weightDigest(network, weightPositions(network))];
    });
    expect(whole?.at(-1)).toMatch(/^[0-9a-f]{32}$/);
    expect(parts).toEqual(whole);
  });
});
