// `actbench plan` of 10,000 drawn points with 10 seeds each, as a command: seconds of five runs and their
// memory. Must: under 2 s.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SWEEP = `
version: 1
name: plan
dataset: { name: mnist, validation: 5000 }
model: { hidden: [128, 64] }
train: { epochs: 3, optimizer: sgd }
method: random
run_cap: 10000
seeds: 10
parameters:
  activation: [relu, gelu, tanh, elu, silu, mish, selu, softplus, sigmoid, identity]
  model.init: [xavier, he]
  train.lr: { distribution: log_uniform_values, min: 0.001, max: 1 }
`;
const command = fileURLToPath(new URL("../packages/cli/dist/main.bundle.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "actbench plan "));
writeFileSync(join(folder, "sweep.yaml"), SWEEP);
const seconds = Array.from({ length: 5 }, () => {
  const before = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, "plan", "sweep.yaml"], {
    cwd: folder,
    encoding: "utf8",
  });
  if (status !== 0 || !stdout.includes("100,000 trials"))
    throw new Error(`plan ended with ${status}: ${stderr}`);
  return (performance.now() - before) / 1000;
});
rmSync(folder, { recursive: true });
const sorted = seconds.toSorted((a, b) => a - b);
console.log(
  `plan of 100,000 trials, Node ${process.versions.node}: median ${sorted[2].toFixed(2)} s   (${sorted[0].toFixed(2)} … ${sorted[4].toFixed(2)})`,
);
