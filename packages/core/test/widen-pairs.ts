import v8 from "node:v8";
import { setLanePlan, WIDE_LANES } from "../src/kernels/lane-plan.js";

/** The first V8 that merges pairs of vectors; older ones run wide tiles with spills, to the same bits. */
const FIRST = 13;

/**
 * From here on networks get wide tiles, translated at once by the compiler that joins pairs, where the engine
 * has it.
 */
export function widenPairs(): void {
  const major = Number(process.versions.v8.split(".")[0]);
  if (major >= FIRST) {
    v8.setFlagsFromString("--experimental-wasm-revectorize");
    // V8 14 ends the process when this changes after it has compiled.
    if (major === FIRST) v8.setFlagsFromString("--no-liftoff");
  }
  setLanePlan(WIDE_LANES);
}
