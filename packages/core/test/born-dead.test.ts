import { describe, expect, it } from "vitest";
import { type BornDead, bornDeadShare, isInBinomialInterval } from "./born-dead.js";

/** Depths × widths of the closed form. */
const cells = [1, 2, 3, 5, 10].flatMap((depth) => [2, 3, 5, 10].map((width) => ({ depth, width })));
const NETWORKS = 250;

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

describe("networks dead on all of [−√3, √3] are as many as were counted elsewhere", () => {
  const few: readonly (Omit<BornDead, "on" | "networks"> & { readonly share: number })[] = [
    { depth: 5, width: 2, share: 0.617 },
    { depth: 9, width: 2, share: 0.881 },
    { depth: 9, width: 2, init: "asymmetric", share: 0.236 },
  ];
  it.each(few)("$depth layers of width $width, $init", ({ share, ...network }) => {
    const dead = Math.round(bornDeadShare({ ...network, on: "domain", networks: NETWORKS }) * NETWORKS);
    expect(isInBinomialInterval(dead, NETWORKS, share), `${dead} of ${NETWORKS}, not ${share}`).toBe(true);
  });
});

it("the binomial interval is what sums of its chances say, for few draws and for many", () => {
  const ends = (n: number, p: number): readonly number[] => {
    const inside = Array.from({ length: n + 1 }, (_, k) => k).filter((k) => isInBinomialInterval(k, n, p));
    return [inside[0] ?? Number.NaN, inside.at(-1) ?? Number.NaN];
  };
  // From sums of the binomial probabilities in Python, by log-gamma.
  expect(ends(20, 0.5)).toEqual([3, 17]);
  expect(ends(250, 0.0097)).toEqual([0, 9]);
  expect(ends(2000, 0.25)).toEqual([437, 565]);
});
