import v8 from "node:v8";
import { afterEach, describe, expect, it } from "vitest";
import { ENGINE, type Numerics } from "../src/contract/spec.js";
import { NARROW_LANES, setLanePlan } from "../src/kernels/lane-plan.js";
import { fmaAvailable, relaxedSimdProbe } from "../src/wasm/relaxed-simd.js";
import { changedSince, outcomeOf, readGoldens } from "./golden-files.js";
import { widenPairs } from "./widen-pairs.js";

if (!WebAssembly.validate(relaxedSimdProbe)) v8.setFlagsFromString("--experimental-wasm-relaxed-simd");
const profiles: readonly Numerics[] = fmaAvailable() ? ["fma", "strict"] : ["strict"];
const goldens = readGoldens();
afterEach(() => setLanePlan(NARROW_LANES));
const CURE = "run node scripts/golden.mjs";

describe("golden digests", () => {
  it.each([...goldens].flatMap(([name, golden]) => profiles.map((numerics) => ({ name, numerics, golden }))))(
    "$name, $numerics profile: this engine's bits are as committed",
    ({ golden, numerics }) => {
      const committed = golden.engines[ENGINE];
      expect(committed, `no digest of engine ${ENGINE}: ${CURE}`).toBeDefined();
      expect(
        outcomeOf(golden, numerics),
        `bits changed: raise ENGINE in src/contract/spec.ts, then ${CURE}`,
      ).toEqual(committed?.[numerics]);
    },
  );

  it.each([...goldens].flatMap(([name, golden]) => profiles.map((numerics) => ({ name, numerics, golden }))))(
    "$name, $numerics profile: wide tiles give the same bits",
    ({ golden, numerics }) => {
      widenPairs();
      expect(outcomeOf(golden, numerics)).toEqual(golden.engines[ENGINE]?.[numerics]);
    },
  );

  it("cover a dozen specs", () => {
    expect(goldens.size).toBeGreaterThanOrEqual(12);
  });

  it("changed with every engine's number, which is raised for nothing else", () => {
    const all = [...goldens.values()];
    const numbers = [...new Set(all.flatMap(({ engines }) => Object.keys(engines).map(Number)))];
    expect(Math.max(...numbers)).toBe(ENGINE);
    for (const number of numbers)
      expect(number === Math.min(...numbers) || changedSince(all, number)).toBe(true);
  });
});
