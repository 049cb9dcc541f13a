const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// Five bits a character, least first; the sixth says that more follow. The first bit of all is the sign.
const GROUP = 32;

function textOf(value: number): string {
  let rest = value < 0 ? -2 * value + 1 : 2 * value;
  let text = "";
  do {
    const low = rest % GROUP;
    rest = (rest - low) / GROUP;
    text += DIGITS.charAt(rest > 0 ? low + GROUP : low);
  } while (rest > 0);
  return text;
}

const CACHED = 1 << 14;
const cache = Array.from({ length: 2 * CACHED }, (_, i) => textOf(i - CACHED));

/**
 * Whole numbers as text that needs no escaping: base64 digits of variable length, as source maps have them,
 * one character for −15 … 15, two for −511 … 511. Sizes up to 2⁵² are exact.
 */
export function writeInts(values: readonly number[]): string {
  let text = "";
  for (const value of values) text += cache[value + CACHED] ?? textOf(value);
  return text;
}

const UNKNOWN = -1;
const digitOf = new Int8Array(128).fill(UNKNOWN);
for (let i = 0; i < DIGITS.length; i++) digitOf[DIGITS.charCodeAt(i)] = i;

/** The whole numbers of such a text; undefined where it is not one. */
export function readInts(text: string): number[] | undefined {
  const values: number[] = [];
  let sum = 0;
  let place = 1;
  for (let i = 0; i < text.length; i++) {
    const digit = digitOf[text.charCodeAt(i)] ?? UNKNOWN;
    if (digit < 0 || place > 2 ** 50) return undefined;
    sum += (digit % GROUP) * place;
    if (digit >= GROUP) {
      place *= GROUP;
      continue;
    }
    values.push(sum % 2 === 1 ? -(sum - 1) / 2 : sum / 2);
    sum = 0;
    place = 1;
  }
  return place === 1 ? values : undefined;
}
