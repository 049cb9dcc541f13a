import v8 from "node:v8";
import { expect, it } from "vitest";
import { ENGINE } from "../src/contract/spec.js";
import { fmaAvailable, relaxedSimdProbe } from "../src/wasm/relaxed-simd.js";
import { changedSince, type Golden, outcomeOf, readGoldens, writeGolden } from "./golden-files.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
/** Set by `scripts/golden.mjs`, which alone runs this file. */
const mayReplace = process.env.ACTBENCH_GOLDEN === "same-engine";

it("golden digests are written where bits changed if and only if ENGINE was raised", () => {
  expect(fmaAvailable(), "this machine does not fuse: write on one that does").toBe(true);
  const written = [...readGoldens()].map(([name, golden]): readonly [string, Golden] => {
    const now = { fma: outcomeOf(golden, "fma"), strict: outcomeOf(golden, "strict") };
    const committed = golden.engines[ENGINE];
    if (committed && !mayReplace)
      expect(now, `${name} changed: raise ENGINE in src/contract/spec.ts`).toEqual(committed);
    return [name, { ...golden, engines: { ...golden.engines, [ENGINE]: now } }];
  });
  const all = written.map(([, golden]) => golden);
  const isFirst = all.every(({ engines }) => engines[ENGINE - 1] === undefined);
  expect(isFirst || changedSince(all, ENGINE), "no digest changed: take ENGINE back").toBe(true);
  for (const [name, golden] of written) writeGolden(name, golden);
});
