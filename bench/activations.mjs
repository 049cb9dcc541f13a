// What each activation of the catalog costs: its vector code in L1, and a whole training step beside relu's.
// Everything takes turns, so that a busy moment hits all alike; medians. `pnpm bench:activations [NAME …]`.
import {
  activationSpec,
  catalog,
  defineActivation,
  measureElementwise,
  runTrial,
} from "../packages/core/dist/index.js";
import { loadDataset } from "../packages/datasets/dist/index.js";
import { enableRelaxedSimd } from "../packages/workers/dist/index.js";
import { mnistSpec } from "./mnist-spec.mjs";

const KERNEL_ROUNDS = 61;
const STEP_ROUNDS = 7;
/** Epochs of a trial, of which the last is timed: by then V8 has replaced its baseline code. */
const EPOCHS = 4;
const STEPS = 150;
const BATCH = 64;

const now = () => performance.now() / 1000;
const numerics = enableRelaxedSimd() ? "fma" : "strict";
const named = process.argv.slice(2);
const chosen =
  named.length === 0 ? catalog : catalog.filter(({ name }) => name === "relu" || named.includes(name));
// The same trees as one would type them: to show that a formula of one's own trains as fast as the built-in.
const typed = [
  ["silu", "x / (1 + exp(-x))"],
  ["mish", "x * tanh(log(1 + exp(x)))"],
].map(([name, formula]) => ({ ...defineActivation({ name: `${name}_typed`, formula }), twin: name }));
const entries = [...chosen, ...(named.length === 0 ? typed : [])];
const specs = entries.map((entry) => activationSpec(entry));

const speeds = measureElementwise(specs, { numerics, now, rounds: KERNEL_ROUNDS, warm_up_s: 0.2 });
const steps = await measureSteps();
const index = (name) => entries.findIndex((entry) => entry.name === name);

console.log(
  `Node ${process.versions.node}, ${numerics}; kernels: 1,024 floats, n = ${KERNEL_ROUNDS}; ` +
    `steps: 784-128-64-10, batch ${BATCH}, SGD, MNIST, n = ${STEP_ROUNDS} × ${STEPS}; medians\n`,
);
console.log("| activation | forward, ns | with slopes, ns | step, µs | × relu's step |");
console.log("| --- | ---: | ---: | ---: | ---: |");
entries.forEach(({ name }, i) => {
  const { forward_ns, both_ns } = speeds[i];
  const ratio = median(steps[i].map((step, round) => step / steps[index("relu")][round]));
  console.log(
    `| ${name} | ${forward_ns.toFixed(2)} | ${both_ns.toFixed(2)} | ${(median(steps[i]) * 1e6).toFixed(0)} | ${ratio.toFixed(2)} |`,
  );
});
for (const { name, twin } of entries.filter((entry) => "twin" in entry)) {
  const ratio = median(steps[index(name)].map((step, round) => step / steps[index(twin)][round]));
  console.log(`\n${name} : ${twin}, a step: ${ratio.toFixed(3)}`);
}

/** Seconds a step, per activation and round. */
async function measureSteps() {
  const mnist = await loadDataset("mnist");
  const samples = specs.map(() => []);
  for (let round = -1; round < STEP_ROUNDS; round++)
    for (const [i, spec] of specs.entries()) {
      const trial = mnistSpec(mnist, { numerics, seed: 0, epochs: EPOCHS, train: STEPS * BATCH });
      const model = { ...trial.model, activation: trial.model.hidden.map(() => spec) };
      const record = runTrial({ ...trial, model }, mnist, { now });
      if (record.status !== "completed" && record.status !== "diverged")
        throw new Error(JSON.stringify(record));
      // The first round warms up.
      if (round >= 0) samples[i].push(record.timing.train_s / STEPS);
    }
  return samples;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
