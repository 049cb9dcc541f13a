import { setFlagsFromString } from "node:v8";
import {
  kernelsAreRight,
  type LanePlan,
  NARROW_LANES,
  type Numerics,
  setLanePlan,
  WIDE_LANES,
} from "@actbench/core/internal";
import { enableRelaxedSimd } from "./relaxed-simd.js";

/** How this process trains: which vectors its kernels use, and why these. Digests do not depend on it. */
export interface EngineSetup {
  /** Whether the `fma` profile can run here. */
  readonly fma: boolean;
  readonly lanes: LanePlan;
  /** What kernels are translated to, for speed figures: two setups of different names are not compared. */
  readonly kernels: "128-bit" | "256-bit" | "128-bit, turboshaft";
  readonly why: string;
}

/** What decides it, for tests. */
export interface EngineFacts {
  /** `process.versions.v8`. */
  readonly v8: string;
  /** `process.arch`. */
  readonly arch: string;
  readonly fma: boolean;
  /** The value of `ACTBENCH_LANES`. */
  readonly wanted: string | undefined;
}

/** A setup that needs a flag of the engine, and therefore the test of its kernels. */
interface Faster {
  readonly flag: string;
  readonly lanes: LanePlan;
  readonly kernels: EngineSetup["kernels"];
  readonly why: string;
}

/** The environment variable that switches wide kernels off, or on where they are not known to work. */
export const LANES_VARIABLE = "ACTBENCH_LANES";

/** V8 merges pairs of vectors since 13; newer ones than the last known may have lost the flag. */
const WIDE_V8 = { first: 13, last: 13 };
/** Node 22, whose new compiler of WebAssembly is there, but switched off. */
const TURBOSHAFT_V8 = 12;

let prepared: EngineSetup | undefined;

/**
 * Sets the engine's flags for the fastest kernels that are right here, once a process, and the lane plan of
 * this thread. Call it before threads start; they take `lanes` from it. Kernels that need a flag are tested
 * before they are used, some 50 ms; where the test fails the flag is taken back.
 */
export function prepareEngine(): EngineSetup {
  prepared ??= chooseSetup(
    {
      v8: process.versions.v8,
      arch: process.arch,
      fma: enableRelaxedSimd(),
      wanted: process.env[LANES_VARIABLE],
    },
    { setFlag: setFlagsFromString, kernelsAreRight },
  );
  setLanePlan(prepared.lanes);
  return prepared;
}

/** The engine that a setup is tried on. */
export interface Engine {
  readonly setFlag: (flag: string) => void;
  readonly kernelsAreRight: (numerics: Numerics) => boolean;
}

/** The fastest setup whose kernels are right on the engine; leaves only its flag set. */
export function chooseSetup(facts: EngineFacts, engine: Engine): EngineSetup {
  const { fma } = facts;
  const faster = fasterSetup(facts);
  if (typeof faster === "string") return { fma, lanes: NARROW_LANES, kernels: "128-bit", why: faster };
  const { flag, lanes, kernels, why } = faster;
  engine.setFlag(`--${flag}`);
  if (testKernels(engine, { fma, lanes, isKnown: Number(facts.v8.split(".")[0]) <= WIDE_V8.last }))
    return { fma, lanes, kernels, why };
  engine.setFlag(`--no-${flag}`);
  return {
    fma,
    lanes: NARROW_LANES,
    kernels: "128-bit",
    why: `the kernels under V8's --${flag} gave wrong weights in their test`,
  };
}

/** Which setup to try, or why none. */
export function fasterSetup({ v8, arch, fma, wanted }: EngineFacts): Faster | string {
  if (wanted === "narrow") return `${LANES_VARIABLE} is narrow`;
  const major = Number(v8.split(".")[0]);
  if (arch !== "x64" || !fma) return "pairs of vectors are merged only on x64 processors with AVX2";
  if (major === TURBOSHAFT_V8)
    return {
      flag: "turboshaft-wasm",
      lanes: NARROW_LANES,
      kernels: "128-bit, turboshaft",
      why: `V8 ${v8} has a faster compiler behind a flag`,
    };
  if (major < WIDE_V8.first) return `V8 ${v8} does not merge pairs of vectors; Node 24 does`;
  if (major > WIDE_V8.last && wanted !== "wide")
    return `V8 ${v8} is newer than this actbench knows; ${LANES_VARIABLE}=wide tries it`;
  return {
    flag: "experimental-wasm-revectorize",
    lanes: WIDE_LANES,
    kernels: "256-bit",
    why: `V8 ${v8} merges pairs of vectors`,
  };
}

/** The check of core, on code of the optimizing compiler, which alone obeys the flags. */
function testKernels(
  engine: Engine,
  { fma, lanes, isKnown }: Pick<EngineSetup, "fma" | "lanes"> & { readonly isKnown: boolean },
): boolean {
  // V8 14 ends the process when this flag changes after it has compiled: it is tested as it comes.
  if (isKnown) engine.setFlag("--no-liftoff");
  setLanePlan(lanes);
  try {
    return engine.kernelsAreRight(fma ? "fma" : "strict");
  } finally {
    if (isKnown) engine.setFlag("--liftoff");
    setLanePlan(NARROW_LANES);
  }
}
