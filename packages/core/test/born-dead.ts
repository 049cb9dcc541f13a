import v8 from "node:v8";
import { activationSpec } from "../src/activation/activation-spec.js";
import { findActivation } from "../src/activation/find-activation.js";
import type { InitSpec, TrialSpec } from "../src/contract/spec.js";
import type { Dataset } from "../src/data/dataset.js";
import { isDeadNetwork } from "../src/trial/dead-network.js";
import { runTrial } from "../src/trial/run-trial.js";
import { fmaAvailable, relaxedSimdProbe } from "../src/wasm/relaxed-simd.js";
import { trialSpec } from "./trial-spec.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");

/** Points of [−√3, √3] at even distances, none of them 0. */
function points(count: number): Dataset {
  const features = new Float32Array(4 * count);
  for (let row = 0; row < count; row++) features[4 * row] = ((2 * row + 1) / count - 1) * Math.sqrt(3);
  const shape = { kind: "f32", inputs: 1, classes: 2, stride: 16, density: 1 } as const;
  const labels = new Uint16Array(count).buffer;
  return {
    name: "points",
    hash: "0",
    ...shape,
    trainRows: count,
    testRows: 0,
    features: features.buffer,
    labels,
  };
}

const one = points(2);
const domain = points(64);

export interface BornDead {
  readonly depth: number;
  readonly width: number;
  readonly init?: InitSpec;
  /** Judged on one fixed input, or on points of the whole interval. */
  readonly on: "one input" | "domain";
  readonly networks: number;
}

/** The share of relu networks of one input that are born dead: trials of no epochs, by the whole engine. */
export function bornDeadShare({ depth, width, init = "he_normal", on, networks }: BornDead): number {
  const relu = findActivation("relu");
  if (!relu) throw new Error("no relu");
  const data = on === "domain" ? domain : one;
  const spec: TrialSpec = trialSpec({
    hidden: Array<number>(depth).fill(width),
    activation: activationSpec(relu),
    numerics: fmaAvailable() ? "fma" : "strict",
    dataset: { train: on === "domain" ? data.trainRows : 1 },
    model: { init },
    train: { epochs: 0 },
  });
  let dead = 0;
  for (let seed = 0; seed < networks; seed++) {
    const record = runTrial({ ...spec, seed }, data, { now: () => 0 });
    if (isDeadNetwork(record.status === "completed" ? record.curve[0] : undefined)) dead++;
  }
  return dead / networks;
}

/**
 * Whether a count of `n` draws is one of those that a share of p leaves out at most one time in a thousand,
 * half on each side.
 */
export function isInBinomialInterval(count: number, n: number, p: number): boolean {
  // Chances relative to that of the likeliest count, from there outwards: the chance of 0 may be too small
  // for a number.
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const chances = new Float64Array(n + 1);
  chances[mode] = 1;
  const odds = p / (1 - p);
  for (let k = mode; k < n; k++) chances[k + 1] = (chances[k] ?? 0) * ((n - k) / (k + 1)) * odds;
  for (let k = mode; k > 0; k--) chances[k - 1] = (chances[k] ?? 0) * (k / (n - k + 1) / odds);
  const sum = (from: number, to: number): number =>
    chances.subarray(from, to).reduce((all, one) => all + one, 0);
  const all = sum(0, n + 1);
  return sum(0, count + 1) > 0.0005 * all && sum(count, n + 1) > 0.0005 * all;
}
