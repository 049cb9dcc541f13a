import v8 from "node:v8";
import fc from "fast-check";
import { expect } from "vitest";
import type { Numerics } from "../src/contract/spec.js";
import { NARROW_LANES, setLanePlan } from "../src/kernels/lane-plan.js";
import { weightDigest, weightPositions } from "../src/network/weights.js";
import { fmaAvailable, relaxedSimdProbe } from "../src/wasm/relaxed-simd.js";
import { type AnyNetwork, anyNetwork } from "./any-network.js";
import { oraclePair } from "./oracle-pair.js";
import { setHyper } from "./train-oracle-pair.js";
import { widenPairs } from "./widen-pairs.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
const profiles: readonly Numerics[] = fmaAvailable() ? ["fma", "strict"] : ["strict"];

/** Sizes on both sides of every tile: panels of 16 columns, tails of rows, columns and examples. */
const LARGEST = { inputs: 50, units: 40, batch: 20 };

/** Expects of drawn networks that narrow and wide tiles train and evaluate to the same bits. */
export function sameForLanePlans(draws: { readonly seed?: number; readonly numRuns: number }): void {
  fc.assert(
    fc.property(anyNetwork(profiles, LARGEST), (any) => {
      setLanePlan(NARROW_LANES);
      const narrow = trained(any);
      widenPairs();
      try {
        expect(trained(any)).toEqual(narrow);
      } finally {
        setLanePlan(NARROW_LANES);
      }
    }),
    draws,
  );
}

function trained({ c, batches }: AnyNetwork) {
  const { network, spec, batch, evaluated } = oraclePair(c);
  const losses = batches.map((rows, step) => {
    setHyper(network, spec.train, step + 1);
    network.setStep(step);
    batch(rows);
    return network.step(rows);
  });
  const digest = weightDigest(network, weightPositions(network));
  return { losses, digest, loss: evaluated(300).loss };
}
