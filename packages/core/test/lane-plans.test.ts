import { it } from "vitest";
import { sameForLanePlans } from "./same-for-lane-plans.js";

// The same cases each time; `lane-plans.slow.test.ts` draws others.
it("narrow and wide tiles train any network to the same bits", () => {
  sameForLanePlans({ seed: 1, numRuns: 40 });
});
