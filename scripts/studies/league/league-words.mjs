/** Not measured, or not there. */
export const NONE = "–";

/** A share in percent, without the sign. */
export function percent(value, digits = 2) {
  return (100 * value).toFixed(digits).replace("-", "−");
}

/** A difference of shares in percentage points, with its sign. */
export function points(value) {
  const text = percent(value);
  return value > 0 ? `+${text}` : text;
}

/** A verdict as reports write it. */
export function verdictWord(verdict) {
  if (verdict === undefined) return NONE;
  return verdict === "undecided" ? "inconclusive" : verdict;
}

/** `a, b and c`. */
export function listed(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
