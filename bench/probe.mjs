// What unit statistics add to the evaluation that gives loss and accuracy: probe against evaluate on the same network,
// taking turns, each by the first decile of its times, which a busy neighbour does not move. Aim: under 1.05.
import { activationSpec, findActivation } from "../packages/core/dist/index.js";
import { prepareTrial } from "../packages/core/dist/trial/prepare-trial.js";
import { startNetwork } from "../packages/core/dist/trial/start-network.js";
import { loadDataset } from "../packages/datasets/dist/index.js";
import { enableRelaxedSimd } from "../packages/workers/dist/index.js";
import { mnistSpec } from "./mnist-spec.mjs";

const ROUNDS = 300;
const WARM_UP = 20;
const numerics = enableRelaxedSimd() ? "fma" : "strict";
const mnist = await loadDataset("mnist");
const base = mnistSpec(mnist, { numerics, train: 1000 });
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
    const [plain, probed] = [[], []];
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      const [a, b, c, d] = [time(), time(network.unitStatistics()), time(network.unitStatistics()), time()];
      if (round < 0) continue;
      plain.push(a, d);
      probed.push(b, c);
    }
    const [without, beside] = [plain, probed].map(firstDecile);
    console.log(
      `784-${hidden.join("-")}-10 ${name.padEnd(12)} evaluate ${without.toFixed(2)} ms, probe ${(beside / without).toFixed(3)} times that, n ${2 * ROUNDS}`,
    );
  }

function firstDecile(times) {
  return times.sort((x, y) => x - y)[Math.floor(times.length / 10)];
}
