import { it } from "vitest";
import { sameAsOracle } from "./same-as-oracle.js";

// Drawn at random each time; a failure names its seed.
it("trains thousands of networks, all settings together, as the f64 oracle does", () => {
  sameAsOracle({ numRuns: 3000 });
});
