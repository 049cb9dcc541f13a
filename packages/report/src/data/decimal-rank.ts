// 10⁻⁶⁰ is below everything that a measured loss or rate can be; smaller sizes count as 0.
const LEAST = -60;
// Powers of ten that a double holds exactly, so that one multiplication or division by them rounds once.
const POWERS = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
const EXACT_SIZES = 15;

interface Decimal {
  /** Of exactly the wanted number of digits. */
  readonly mantissa: number;
  /** Of the first digit. */
  readonly exponent: number;
}

function shift(value: number, k: number): number {
  const power = POWERS[Math.abs(k)];
  if (power === undefined) return Number(`${value}e${k}`);
  return k < 0 ? value / power : value * power;
}

function decimalOf(size: number, digits: number): Decimal {
  const guess = Math.floor(Math.log10(size));
  if (Math.abs(guess) >= EXACT_SIZES) {
    const [mantissa = "", exponent = ""] = size.toExponential(digits - 1).split("e");
    return { mantissa: Number(mantissa.replace(".", "")), exponent: Number(exponent) };
  }
  // A logarithm may be off by one at a power of ten.
  const exponent = size >= shift(1, guess + 1) ? guess + 1 : size < shift(1, guess) ? guess - 1 : guess;
  const mantissa = Math.round(shift(size, digits - 1 - exponent));
  return mantissa < shift(1, digits)
    ? { mantissa, exponent }
    : { mantissa: mantissa / 10, exponent: exponent + 1 };
}

/**
 * The rank of a number among all decimal numbers with `digits` significant digits, from 0: monotone, so that
 * neighbors in size are neighbors in rank whatever their magnitude. Rounding is part of it.
 */
export function decimalRank(value: number, digits: number): number {
  const size = Math.abs(value);
  if (size < 1e-60) return 0;
  const { mantissa, exponent } = decimalOf(size, digits);
  const least = shift(1, digits - 1);
  const rank = (exponent - LEAST) * 9 * least + mantissa - least + 1;
  return value < 0 ? -rank : rank;
}

/** The decimal number at a rank: the double next to it. */
export function valueOfRank(rank: number, digits: number): number {
  if (rank === 0) return 0;
  const decade = 9 * shift(1, digits - 1);
  const steps = Math.abs(rank) - 1;
  const exponent = Math.floor(steps / decade) + LEAST;
  const value = shift((steps % decade) + shift(1, digits - 1), exponent - digits + 1);
  return rank < 0 ? -value : value;
}
