const LEADING_ZERO = /^[-+]?0\d/;
const PLAIN = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const THOUSANDS = /^[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;
const DECIMAL_COMMA = /^[-+]?\d*,\d+$/;

/**
 * How a text that stands where a number is expected is written as one, such as 1000 for 1_000; undefined
 * where it is none.
 */
export function numberHint(text: string): string | undefined {
  const given = text.trim();
  if (PLAIN.test(given) && !LEADING_ZERO.test(given)) return `write ${given} without quotes`;
  const plain = THOUSANDS.test(given)
    ? given.replaceAll(",", "")
    : DECIMAL_COMMA.test(given)
      ? given.replace(",", ".")
      : given.replaceAll("_", "");
  return given !== "" && Number.isFinite(Number(plain)) ? `write ${Number(plain)}` : undefined;
}
