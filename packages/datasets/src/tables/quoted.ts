const MAX_SHOWN = 40;

/** A cell or a name in quotes, cut where it is long. */
export function quoted(text: string | undefined): string {
  const shown = text ?? "";
  return JSON.stringify(shown.length > MAX_SHOWN ? `${shown.slice(0, MAX_SHOWN)}…` : shown);
}
