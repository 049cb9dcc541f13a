// What each activation of the catalog costs: its vector code in L1, and a whole training step compared with
// relu's. Everything takes turns, so that a busy moment hits all alike; medians, of steps the fastest tenth.
// `pnpm bench:activations [NAME …]`.
import {
  activationSpec,
  catalog,
  defineActivation,
  measureElementwise,
  runTrial,
} from "../packages/core/dist/internal.js";
import { loadDataset } from "../packages/datasets/dist/index.js";
import { enableRelaxedSimd } from "../packages/workers/dist/index.js";
import { speedLimit } from "./kernels/speed-limit.mjs";
import { mnistSpec } from "./mnist-spec.mjs";

const KERNEL_ROUNDS = 61;
const STEP_ROUNDS = 7;
/** Epochs of a trial, of which the later ones are timed: by then V8 has optimized its code. */
const EPOCHS = 16;
const UNTIMED = 6;
/** Updates of an epoch: some 10 ms, so that many epochs go by without an interruption. */
const STEPS = 30;
const BATCH = 64;
/** Small, so that no activation diverges: what is not finite is slower or faster. */
const LR = 1e-4;

const now = () => performance.now() / 1000;
const numerics = enableRelaxedSimd() ? "fma" : "strict";
const named = process.argv.slice(2);
const chosen =
  named.length === 0 ? catalog : catalog.filter(({ name }) => name === "relu" || named.includes(name));
// The same trees as a user would type them: a custom formula trains as fast as the built-in one.
const typed = [
  ["elu", "x > 0 ? x : exp(x) - 1"],
  ["silu", "x / (1 + exp(-x))"],
  ["mish", "x * tanh(log(1 + exp(x)))"],
].map(([name, formula]) => ({ ...defineActivation({ name: `${name}_typed`, formula }), twin: name }));
const entries = [...chosen, ...typed.filter(({ twin }) => chosen.some(({ name }) => name === twin))];
const specs = entries.map((entry) => activationSpec(entry));
const relu = specs[entries.findIndex(({ name }) => name === "relu")];

const speeds = measureElementwise(specs, { numerics, now, rounds: KERNEL_ROUNDS, warm_up_s: 0.2 });
const HIDDEN = [128, 64];
// A gated activation of two inputs has twice the weights before it: relu on twice the units is its measure.
const wide = { spec: relu, hidden: HIDDEN.map((units) => 2 * units) };
const gated = specs.some(({ inputs }) => inputs === 2);
const networks = [...specs.map((spec) => ({ spec, hidden: HIDDEN })), ...(gated ? [wide] : [])];
const steps = await measureSteps();
const index = (name) => entries.findIndex((entry) => entry.name === name);

console.log(
  `Node ${process.versions.node}, ${numerics}; kernels: 1,024 floats, n = ${KERNEL_ROUNDS}, medians; ` +
    `steps: 784-128-64-10, batch ${BATCH}, SGD, MNIST, n = ${STEP_ROUNDS * (EPOCHS - UNTIMED)} × ${STEPS}, their first decile\n`,
);
console.log(`the core: ${clockGHz().toFixed(2)} GHz by its two multiply-adds of 128 bits a cycle\n`);
console.log("| activation | forward, ns | with slopes, ns | step, µs | × relu's step | of as many weights |");
console.log("| --- | ---: | ---: | ---: | ---: | ---: |");
entries.forEach(({ name }, i) => {
  const { forward_ns, both_ns } = speeds[i];
  const cells = [name, forward_ns.toFixed(2), both_ns.toFixed(2), (steps[i] * 1e6).toFixed(0)];
  const ratios = [index("relu"), specs[i].inputs === 2 ? specs.length : index("relu")];
  console.log(`| ${[...cells, ...ratios.map((to) => (steps[i] / steps[to]).toFixed(2))].join(" | ")} |`);
});
for (const { name, twin } of entries.filter((entry) => "twin" in entry))
  console.log(`\n${name} : ${twin}, a step: ${(steps[index(name)] / steps[index(twin)]).toFixed(3)}`);

/**
 * Clock by the fastest of some loops of nothing but multiply-adds; what it says is of cores that do two a
 * cycle.
 */
function clockGHz() {
  const limit = speedLimit(numerics);
  const seconds = Array.from({ length: 200 }, () => {
    const start = now();
    limit.madd();
    return now() - start;
  });
  return limit.flops / 16 / Math.min(...seconds) / 1e9;
}

/** Seconds a step, per network: the first decile, because interruptions only ever add. */
async function measureSteps() {
  const mnist = await loadDataset("mnist");
  const samples = networks.map(() => []);
  for (let round = -1; round < STEP_ROUNDS; round++)
    for (const [i, { spec, hidden }] of networks.entries()) {
      const trial = mnistSpec(mnist, { numerics, seed: 0, epochs: EPOCHS, train: STEPS * BATCH });
      const model = { ...trial.model, hidden, activation: hidden.map(() => spec) };
      const measure = { ...trial.measure, dead_units: false };
      const record = runTrial({ ...trial, model, measure, train: { ...trial.train, lr: LR } }, mnist, {
        now,
      });
      if (record.status !== "completed") throw new Error(JSON.stringify(record));
      // The first round warms up.
      if (round >= 0)
        samples[i].push(...record.curve.slice(1 + UNTIMED).map(({ train_s }) => train_s / STEPS));
    }
  return samples.map((values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 10)]);
}
