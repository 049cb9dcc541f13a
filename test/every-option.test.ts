import { expect, it } from "vitest";
import { loadStudy } from "../packages/cli/dist/index.js";
import { NAMED_INITS, OPTIMIZERS, runTrial, taskOf } from "../packages/core/dist/internal.js";
import { loadDataset } from "../packages/datasets/dist/index.js";
import { enableRelaxedSimd } from "../packages/workers/dist/index.js";
import { temporaryFolder } from "./actbench.js";
import { writeSweep } from "./tiny-study.js";

const numerics = enableRelaxedSimd() ? ["fma", "strict"] : ["strict"];
const twoMoons = await loadDataset("two_moons");

/** Two epochs of a few batches; momentum, decay and draws all have time to matter. */
const BASE = `version: 1
name: options
dataset: { name: two_moons, train: 100, validation: 50 }
model: { hidden: [7, 5] }
train: { epochs: 3, batch_size: 32 }
parameters: { activation: [relu] }
seeds: 1
`;

/** An axis as overrides write it, and what else must be set for it to matter. */
const AXES: readonly (readonly [string, ...string[]])[] = [
  [`train.optimizer=${OPTIMIZERS.join(",")}`, "train.weight_decay=0.01"],
  ["train.momentum=0.5,0.9", "train.optimizer=momentum"],
  ["train.momentum=0,0.5,0.9", "train.optimizer=sgd"],
  ["train.beta1=0.5,0.9", "train.optimizer=adam"],
  ["train.beta2=0.9,0.999", "train.optimizer=adam"],
  ["train.epsilon=1e-8,1e-2", "train.optimizer=rmsprop"],
  ["train.weight_decay=0,0.01,0.1", "train.optimizer=adamw"],
  ["train.weight_decay=0,0.01,0.1", "train.optimizer=sgd"],
  ["train.decay=all,weights", "train.weight_decay=0.1"],
  ["train.decay=all,weights", "train.weight_decay=0.1", "train.optimizer=adamw", "train.clip_norm=1"],
  ["train.max_norm=null,0.5,1"],
  ["train.clip_norm=null,0.05,0.1"],
  ["train.schedule=constant,step,cosine,linear,exponential"],
  ["train.warmup=0,2,5"],
  [`train.loss=${taskOf({}).losses.join(",")}`],
  ["train.shuffle=true,false"],
  ["train.drop_last=true,false"],
  ["train.batch_size=10,32,100"],
  ["train.epochs=1,2,3"],
  ["train.steps=1,5,9"],
  ["train.lr=0.01,0.1"],
  ["model.normalization=none,batch,layer"],
  ["model.dropout=0,0.2,0.5"],
  ["model.input_dropout=0,0.2,0.5"],
  ["model.alpha_dropout=0,0.1,0.3"],
  ["model.bias_init=0,0.1"],
  [`model.init=${NAMED_INITS.join(",")}`, "model.activation=tanh"],
  ["dataset.normalize=none,standardize"],
  ["dataset.shift=0,0.5"],
  ["dataset.scale=1,2"],
  ["dataset.label_noise=0,0.2"],
  [`numerics=${numerics.join(",")}`],
];

it.each(AXES)("%s: an axis whose values end in weights of their own", async (...overrides) => {
  const cwd = temporaryFolder();
  const { sweep } = await loadStudy(writeSweep(cwd, BASE), { overrides, cwd });
  const values = (overrides[0] ?? "").replace(/^.*=/, "").split(",");
  expect(sweep.plan).toHaveLength(values.length);
  const digests = sweep.plan.map(({ point, seed }) => {
    const spec = sweep.points[point]?.spec;
    if (!spec) throw new Error(`no point ${point}`);
    const record = runTrial({ ...spec, seed }, twoMoons, { now: () => 0 });
    return record.status === "completed" ? record.digest : record.status;
  });
  expect(new Set(digests).size).toBe(values.length);
  for (const digest of digests) expect(digest).toMatch(/^[0-9a-f]{32}$/);
});
