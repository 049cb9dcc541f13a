// A network whose training step is cut into its kernels, each with the work it has to do.
import { activationSpec, findActivation } from "../../packages/core/dist/internal.js";
import { activationRules } from "../../packages/core/dist/network/activation-rules.js";
import { Network } from "../../packages/core/dist/network/network.js";
import { rowSource } from "../../packages/core/dist/network/row-source.js";
import { startNetwork } from "../../packages/core/dist/trial/start-network.js";
import { mnistSpec } from "../mnist-spec.mjs";
import { withStepCalls } from "./step-calls.mjs";
import { workOf } from "./work-of.mjs";

const plain = { normalization: "none", dropout: 0, input_dropout: 0, alpha_dropout: 0 };

/** Shapes that must reach `MUST` of the limit. */
export const isMust = (what) => / (64×128×784|128×128×128)\b/.test(what) && what.includes("_gemm_");
export const MUST = 0.85;

/**
 * A network after its first batch was loaded, its step cut into calls. The rate is 0, so a step can be
 * repeated.
 */
export function cutNetwork(mnist, options) {
  const { data, hidden, batch, activation, optimizer, numerics, shift = 0, model = {}, train = {} } = options;
  const own = activationSpec(findActivation(activation));
  const base = mnistSpec(mnist, { numerics });
  const spec = {
    ...base,
    model: { ...base.model, hidden, activation: hidden.map(() => own), ...plain, ...model },
    train: { ...base.train, batch_size: batch, optimizer, lr: 0, momentum: 0.9, ...train },
  };
  const inputMap = { divisor: 255, factor: 1, shift };
  const rules = hidden.map(() => activationRules(own));
  const { result: network, calls } = withStepCalls(() => new Network({ spec, data, inputMap, rules }));
  startNetwork(
    network,
    spec,
    network.layout.layers.map(() => () => 0.1),
  );
  const order = Uint32Array.from({ length: batch }, (_, i) => (i * 7919) % data.trainRows);
  for (const [name, value] of Object.entries({
    minus_rate: 0,
    minus_step_size: 0,
    root_correction: 1,
    decay: 1,
  }))
    network.setHyper(name, value);
  network.setStep(0);
  network.load(rowSource(data), order, 0, batch);
  const nonZero = countNonZero(data, order);
  const { exports } = network;
  const where = { layout: network.layout, spec, data };
  const kernels = calls.map((call) => ({
    ...workOf(call, where, batch, nonZero),
    run: exports[call.run],
    times: [],
    batch,
  }));
  // The same sum of products into a separate output: alone, without the step around it.
  const repeatable = kernels.filter(({ what }) => /_gemm_(rows forward|weights)/.test(what) && isMust(what));
  return {
    kernels,
    batch,
    alone: repeatable.map((kernel) => ({ ...kernel, what: `${kernel.what}, alone`, times: [] })),
  };
}

function countNonZero(data, order) {
  const bytes = new Uint8Array(data.features);
  let count = 0;
  for (const row of order)
    for (let i = 0; i < data.inputs; i++) if (bytes[row * data.stride + i] !== 0) count++;
  return count;
}
