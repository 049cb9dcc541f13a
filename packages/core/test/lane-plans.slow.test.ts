import { it } from "vitest";
import { sameForLanePlans } from "./same-for-lane-plans.js";

// Drawn at random each time; a failure names its seed.
it("narrow and wide tiles train any of 300 networks to the same bits", () => {
  sameForLanePlans({ numRuns: 300 });
});
