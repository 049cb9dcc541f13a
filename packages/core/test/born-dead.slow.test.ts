import { describe, expect, it } from "vitest";
import { bornDeadShare, isInBinomialInterval } from "./born-dead.js";

// Ten thousand initializations a cell.
const NETWORKS = 10_000;

const cells = [1, 2, 3, 5, 10].flatMap((depth) => [2, 3, 5, 10].map((width) => ({ depth, width })));
it.each(cells)(
  "one input dies within $depth layers of width $width as often as 1 − (1 − 2^−N)^L says",
  ({ depth, width }) => {
    const share = bornDeadShare({ depth, width, on: "one input", networks: NETWORKS });
    const exact = 1 - (1 - 2 ** -width) ** depth;
    expect(isInBinomialInterval(Math.round(share * NETWORKS), NETWORKS, exact), `${share} of ${exact}`).toBe(
      true,
    );
  },
);

describe("networks dead on all of [−√3, √3] are as many as were counted elsewhere, within 0.02", () => {
  it.each([
    { depth: 3, width: 2, share: 0.336 },
    { depth: 5, width: 2, share: 0.617 },
    { depth: 9, width: 2, share: 0.881 },
    { depth: 10, width: 2, share: 0.911 },
    { depth: 20, width: 2, share: 0.994 },
    { depth: 5, width: 3, share: 0.305 },
    { depth: 10, width: 3, share: 0.633 },
    { depth: 10, width: 4, share: 0.345 },
    { depth: 10, width: 5, share: 0.152 },
    { depth: 20, width: 5, share: 0.382 },
    { depth: 10, width: 10, share: 0.0013 },
    { depth: 9, width: 2, init: "asymmetric", share: 0.236 },
    { depth: 10, width: 2, init: "asymmetric", share: 0.273 },
  ] as const)("$depth layers of width $width, $init: $share", ({ share, ...network }) => {
    const found = bornDeadShare({ ...network, on: "domain", networks: NETWORKS });
    expect(Math.abs(found - share), `${found}`).toBeLessThan(0.02);
  });
});
