const MAX_DEPTH = 40;

/** Parsed data as new plain objects; throws a `RangeError` for cycles and for what is nested too deeply. */
export function plainCopy(value: unknown, depth = 0): unknown {
  if (depth > MAX_DEPTH) throw new RangeError(`nested deeper than ${MAX_DEPTH}`);
  if (Array.isArray(value)) return value.map((item) => plainCopy(item, depth + 1));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainCopy(item, depth + 1)]));
  return value;
}
