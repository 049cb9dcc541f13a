// What all rates of all units add to the evaluation that gives loss and accuracy: both of the same network
// and digits, taking turns, each by the first decile of its times, which a busy neighbor does not move. Aim:
// under 1.05.
import { activationSpec, findActivation } from "../packages/core/dist/internal.js";
import { countUnits, saturatedBelow } from "../packages/core/dist/trial/count-units.js";
import { prepareTrial } from "../packages/core/dist/trial/prepare-trial.js";
import { startNetwork } from "../packages/core/dist/trial/start-network.js";
import { loadDataset } from "../packages/datasets/dist/index.js";
import { enableRelaxedSimd } from "../packages/workers/dist/index.js";
import { mnistSpec } from "./mnist-spec.mjs";

const DIGITS = 10000;
const ROUNDS = 50;
const WARM_UP = 5;
const numerics = enableRelaxedSimd() ? "fma" : "strict";
const mnist = await loadDataset("mnist");
const base = mnistSpec(mnist, { numerics, train: DIGITS });
const names = process.argv.slice(2);

for (const hidden of [[128, 64], Array(8).fill(128)])
  for (const name of names.length > 0
    ? names
    : ["relu", "leaky_relu", "elu", "gelu", "silu", "mish", "tanh"]) {
    const activation = hidden.map(() => activationSpec(findActivation(name)));
    const spec = { ...base, model: { ...base.model, hidden, activation } };
    const { network, source, split, moments, supSlopes } = prepareTrial(spec, mnist);
    startNetwork(network, spec, moments);
    const time = (work) => {
      const before = performance.now();
      work();
      return performance.now() - before;
    };
    const evaluate = () => network.evaluate(source, split.trainRising);
    const probe = () => {
      const layers = network.unitStatistics(supSlopes.map(saturatedBelow));
      network.evaluate(source, split.trainRising, layers);
      layers.forEach((layer, index) => {
        countUnits(layer, supSlopes[index]);
      });
    };
    const [plain, probed] = [[], []];
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      const [a, b, c, d] = [time(evaluate), time(probe), time(probe), time(evaluate)];
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
