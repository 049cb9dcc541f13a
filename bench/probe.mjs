// What unit statistics add to the evaluation that gives loss and accuracy: probe against evaluate on the same network,
// taking turns; the median ratio and its middle half. Aim: under 1.05.
import { activationSpec, findActivation } from "../packages/core/dist/index.js";
import { prepareTrial } from "../packages/core/dist/trial/prepare-trial.js";
import { startNetwork } from "../packages/core/dist/trial/start-network.js";
import { loadDataset } from "../packages/datasets/dist/index.js";
import { enableRelaxedSimd } from "../packages/workers/dist/index.js";
import { mnistSpec } from "./mnist-spec.mjs";

const ROUNDS = 40;
const WARM_UP = 5;
const numerics = enableRelaxedSimd() ? "fma" : "strict";
const mnist = await loadDataset("mnist");
const base = mnistSpec(mnist, { numerics, train: 5000 });
const names = process.argv.slice(2);

for (const hidden of [[128, 64], Array(8).fill(128)])
  for (const name of names.length > 0
    ? names
    : ["relu", "leaky_relu", "elu", "gelu", "silu", "mish", "tanh"]) {
    const activation = hidden.map(() => activationSpec(findActivation(name)));
    const spec = { ...base, model: { ...base.model, hidden, activation } };
    const { network, source, split, moments } = prepareTrial(spec, mnist);
    startNetwork(network, spec, moments);
    const time = (statistics) => {
      const before = performance.now();
      network.evaluate(source, split.trainRising, statistics);
      return performance.now() - before;
    };
    const plain = [];
    const ratios = [];
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      const [a, b, c, d] = [time(), time(network.unitStatistics()), time(network.unitStatistics()), time()];
      if (round < 0) continue;
      plain.push(a, d);
      ratios.push((b + c) / (a + d));
    }
    const at = (values, share) => values.sort((x, y) => x - y)[Math.floor(share * values.length)];
    const spread = `${at(ratios, 0.25).toFixed(3)} to ${at(ratios, 0.75).toFixed(3)}, n ${ROUNDS}`;
    console.log(
      `784-${hidden.join("-")}-10 ${name.padEnd(12)} evaluate ${at(plain, 0.5).toFixed(1)} ms, probe ${at(ratios, 0.5).toFixed(3)} times that (${spread})`,
    );
  }
