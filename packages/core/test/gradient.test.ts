import v8 from "node:v8";
import { expect, it } from "vitest";
import { trainedTensors } from "../src/network/tensors.js";
import { weightDigest, weightPositions } from "../src/network/weights.js";
import { fmaAvailable, relaxedSimdProbe } from "../src/wasm/relaxed-simd.js";
import { tensorsOf } from "./oracle-distance.js";
import { chanceOf, droppedInputs } from "./oracle-draws.js";
import { gradients, type OracleLayer } from "./oracle-gradients.js";
import { type OracleCase, type OraclePair, oraclePair } from "./oracle-pair.js";
import { setHyper } from "./train-oracle-pair.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
const numerics = fmaAvailable() ? "fma" : "strict";

/** Rounding of one f32 pass over weights of order 1; a wrong gradient is off by 1e-3 and more. */
const TOLERANCE = 2e-6;

const base: OracleCase = {
  inputs: 9,
  hidden: [7, 5],
  classes: 3,
  batch: 8,
  density: 0.3,
  activation: "gelu",
  numerics,
  train: { lr: 0.3 },
  measure: { gradients: true },
};

const cases: Readonly<Record<string, Partial<OracleCase>>> = {
  "lists of non-zero inputs": {},
  "dense inputs": { density: 0.9 },
  "lists of shifted inputs": { inputMap: { factor: 2, shift: -0.5 } },
  "trained parameters, shared": { activation: "prelu", per: "layer" },
  "trained parameters, one a unit": { activation: "prelu", per: "unit" },
  "gated units": { activation: "swiglu" },
  noise: { activation: "rrelu" },
  dropout: { model: { dropout: 0.4, input_dropout: 0.3 } },
  "adam with weight decay": { train: { optimizer: "adam", lr: 0.01, weight_decay: 0.1 } },
  "a gradient that is clipped": { train: { lr: 0.3, clip_norm: 0.05 } },
  "weights that are limited": { train: { lr: 0.3, max_norm: 0.3 } },
  "an autoencoder": { train: { lr: 0.1, loss: "mse", target: "input" } },
  "numbers, by their squared errors": { train: { lr: 0.1, loss: "mse", target: "numbers" } },
  "numbers, by their absolute errors": { train: { lr: 0.1, loss: "mae", target: "numbers" } },
  "numbers, by huber": { train: { lr: 0.1, loss: "huber", huber_delta: 0.4, target: "numbers" } },
  // Dense inputs: an example of zeros gives a row without variance, whose rounding a norm magnifies.
  "batch normalization": { density: 0.9, model: { normalization: "batch" } },
  "layer normalization": { density: 0.9, model: { normalization: "layer" } },
};

it.each(Object.entries(cases))(
  "the gradient of the batch in memory is the f64 oracle's: %s",
  (_, changes) => {
    const pair = oraclePair({ ...base, ...changes });
    const { network, batch } = pair;
    network.setStep(0);
    const drawn = batch(8);
    network.gradient(8);
    const wanted = oracleGradient(pair, drawn);
    const toGradient = ((network.layout.gradients ?? 0) - network.layout.parameters) / 4;
    let compared = 0;
    for (const { name, positions } of trainedTensors(network.layout)) {
      const want = wanted.get(name) ?? [];
      expect(positions.length, name).toBe(want.length);
      // A trained value that units share has one gradient, kept once; of units, each its own.
      positions.forEach((at, i) => {
        expect(Math.abs((network.f32[at + toGradient] ?? 0) - (want[i] ?? 0)), name).toBeLessThan(TOLERANCE);
        compared++;
      });
    }
    expect(compared).toBeGreaterThan(100);
  },
);

it.each(Object.entries(cases))("measuring it changes no update: %s", (_, changes) => {
  const digests = [true, false].map((measures) => {
    const { network, batch, spec } = oraclePair({ ...base, ...changes, measure: { gradients: measures } });
    const positions = weightPositions(network);
    return [8, 8, 3].map((rows, step) => {
      network.setStep(step);
      batch(rows);
      setHyper(network, spec.train, step + 1);
      const states = network.stateBytes().slice();
      if (measures) network.gradient(rows);
      expect(network.stateBytes()).toEqual(states);
      network.step(rows);
      return weightDigest(network, positions);
    });
  });
  expect(digests[0]?.every((digest) => digest !== undefined)).toBe(true);
  expect(digests[0]).toEqual(digests[1]);
});

it("is not to be had of a network that was not made for it", () => {
  const { network, batch } = oraclePair({ ...base, measure: {} });
  batch(8);
  expect(() => network.gradient(8)).toThrow("was not compiled to measure gradients");
});

/** The gradient of the mean loss, by the names of the network's tensors. */
function oracleGradient({ network, oracle, spec }: OraclePair, drawn: ReturnType<OraclePair["batch"]>) {
  const { nodes } = gradients(oracle.layers, droppedInputs(network, spec, drawn.inputs), drawn.targets, {
    loss: spec.train.loss,
    delta: spec.train.huber_delta ?? 1,
    normalization: spec.model.normalization,
    chance: chanceOf(network, spec.model),
  });
  const grads = (row: readonly { readonly grad: number }[]): number[] => row.map(({ grad }) => grad);
  const layers = nodes.map(
    (node): OracleLayer => ({
      weights: node.weights.map(grads),
      bias: grads(node.bias),
      params: Object.fromEntries(Object.entries(node.params).map(([name, row]) => [name, grads(row)])),
      gamma: grads(node.gamma),
      beta: grads(node.beta),
    }),
  );
  return new Map(
    layers.flatMap((layer, l) => tensorsOf(layer, l === layers.length - 1 ? "output" : `layer ${l + 1}`)),
  );
}
