import { it } from "vitest";
import { sameAsOracle } from "./same-as-oracle.js";

// The same cases each time; `any-network.slow.test.ts` draws others.
it("trains any network, all settings together, as the f64 oracle does", () => {
  sameAsOracle({ seed: 1, numRuns: 60 });
});
