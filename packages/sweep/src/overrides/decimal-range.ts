const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;
const MAX_VALUES = 1_000_000;

/**
 * `start, start + step, …` below `stop` (above, for a negative step), counted in decimals:
 * range(0.1, 0.5, 0.1) is 0.1, 0.2, 0.3, 0.4 and not 0.30000000000000004. Returns a message where it cannot.
 */
export function decimalRange(args: readonly string[]): readonly number[] | string {
  const [first = "", second, third = "1"] = args;
  const texts = second === undefined ? ["0", first, third] : [first, second, third];
  if (args.length > 3 || texts.some((text) => !DECIMAL.test(text) || !/\d/.test(text)))
    return "expected range(stop), range(start, stop) or range(start, stop, step) with plain numbers";
  const decimals = texts
    .map((text) => (DECIMAL.exec(text)?.[3] ?? "").length)
    .reduce((a, b) => Math.max(a, b));
  let scale = 1;
  for (let i = 0; i < decimals; i++) scale *= 10;
  const [start = 0, stop = 0, step = 0] = texts.map((text) => Math.round(Number(text) * scale));
  if (step === 0) return "the step of a range cannot be 0";
  const count = Math.max(0, Math.ceil((stop - start) / step));
  if (count === 0) return "this range is empty";
  if (count > MAX_VALUES) return `this range holds ${count} values; at most ${MAX_VALUES}`;
  return Array.from({ length: count }, (_, i) => (start + i * step) / scale);
}
