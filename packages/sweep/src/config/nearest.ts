/** The known name nearest to an unknown one, or undefined when none is near enough to be meant. */
export function nearest(unknown: string, known: Iterable<string>): string | undefined {
  const wanted = unknown.slice(0, 64).toLowerCase();
  let best: string | undefined;
  let bestDistance = 1 + Math.max(1, Math.floor(wanted.length / 3));
  for (const name of known) {
    const candidates = name.includes(".") ? [name, name.slice(name.lastIndexOf(".") + 1)] : [name];
    for (const candidate of candidates) {
      const distance = editDistance(wanted, candidate.toLowerCase());
      if (distance < bestDistance) {
        best = name;
        bestDistance = distance;
      }
    }
  }
  return best;
}

/** A hint that names the nearest known name, or lists the known ones when they are few. */
export function nearestHint(unknown: string, known: Iterable<string>): string | undefined {
  const names = [...known];
  const near = nearest(unknown, names);
  if (near !== undefined) return `did you mean ${near}?`;
  return names.length > 0 && names.length <= 24 ? `known: ${names.join(", ")}` : undefined;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn a into b. */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const above = rows[i - 1] ?? [];
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
