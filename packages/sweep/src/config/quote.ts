const MAX_LENGTH = 60;

/** A received value as a message shows it: JSON, shortened; texts in quotes, so that "1" and 1 differ. */
export function quote(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  const text = JSON.stringify(value) ?? typeof value;
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH - 1)}…`;
}
