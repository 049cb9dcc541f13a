/** atan(j / 8) for j = 0 … 8, and what rounding it to f64 lost. */
const TABLE = [
  0, 0.12435499454676144, 0.24497866312686414, 0.35877067027057225, 0.4636476090008061, 0.5585993153435624,
  0.6435011087932844, 0.7188299996216245, 0.7853981633974483,
] as const;
const TABLE_LOW = [
  0, -3.1253241424539383e-18, 1.0698755618734451e-17, -2.4623815582638635e-17, 2.2698777452961687e-17,
  -5.4556305485916264e-18, 1.5834785051444286e-17, -2.1478388444456983e-17, 3.061616997868383e-17,
] as const;
const HALF_PI = 1.5707963267948966;
const HALF_PI_LOW = 6.123233995736766e-17;

/** Arc tangent, in −π/2 … π/2; error below 2 ULP. */
export function atan(x: number): number {
  if (Number.isNaN(x) || x === 0) return x;
  const size = Math.abs(x);
  const value = size <= 1 ? upToOne(size) : HALF_PI - (upToOne(1 / size) - HALF_PI_LOW);
  return x < 0 ? -value : value;
}

/** atan(x) = atan(c) + atan((x − c) / (1 + x c)) with c the nearest eighth. */
function upToOne(x: number): number {
  const j = Math.round(x * 8);
  const c = j / 8;
  const t = (x - c) / (1 + x * c);
  const z = t * t;
  const tail =
    z *
    (1 / 3 - z * (1 / 5 - z * (1 / 7 - z * (1 / 9 - z * (1 / 11 - z * (1 / 13 - z * (1 / 15 - z / 17)))))));
  return (TABLE[j] as number) + ((TABLE_LOW[j] as number) - t * tail + t);
}
