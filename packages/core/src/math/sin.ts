import { reduceAngle } from "./reduce-angle.js";

/** Sine of x in radians, error below 2 ULP for every finite x; NaN at infinities. */
export function sin(x: number): number {
  if (Math.abs(x) < 1e-9) return x;
  return sineOf(x, 0);
}

/** Cosine of x in radians, error below 2 ULP for every finite x; NaN at infinities. */
export function cos(x: number): number {
  return sineOf(x, 1);
}

/** Tangent of x in radians, error below 4 ULP for every finite x; NaN at infinities. */
export function tan(x: number): number {
  if (Math.abs(x) < 1e-9) return x;
  if (!(Math.abs(x) < Number.POSITIVE_INFINITY)) return Number.NaN;
  const { quadrant, high, low } = reduceAngle(x);
  const [sine, cosine] = [sineSeries(high, low), cosineSeries(high, low)];
  return quadrant % 2 === 0 ? sine / cosine : -cosine / sine;
}

/** sin(x + quarters · π/2). */
function sineOf(x: number, quarters: number): number {
  if (!(Math.abs(x) < Number.POSITIVE_INFINITY)) return Number.NaN;
  const { quadrant, high, low } = reduceAngle(x);
  const turn = (quadrant + quarters) % 4;
  const value = turn % 2 === 0 ? sineSeries(high, low) : cosineSeries(high, low);
  return turn < 2 ? value : -value;
}

/** sin(r + low) for |r| ≤ π/4, by its series. */
function sineSeries(r: number, low: number): number {
  const z = r * r;
  const tail =
    -1 / 6 +
    z *
      (1 / 120 +
        z *
          (-1 / 5040 +
            z *
              (1 / 362880 +
                z *
                  (-1 / 39916800 + z * (1 / 6227020800 + z * (-1 / 1307674368000 + z / 355687428096000))))));
  return r + (r * z * tail + low * (1 - 0.5 * z));
}

/** cos(r + low) for |r| ≤ π/4, by its series. */
function cosineSeries(r: number, low: number): number {
  const z = r * r;
  const tail =
    1 / 24 +
    z *
      (-1 / 720 +
        z *
          (1 / 40320 +
            z *
              (-1 / 3628800 +
                z *
                  (1 / 479001600 +
                    z * (-1 / 87178291200 + z * (1 / 20922789888000 - z / 6402373705728000))))));
  const half = 0.5 * z;
  const leading = 1 - half;
  return leading + (1 - leading - half + (z * z * tail - r * low));
}
