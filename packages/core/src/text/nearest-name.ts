/**
 * The known name with the fewest edits from `name`, if it is close enough to be meant (a third of its
 * length); among equals the first of the same letters (`tanh` for `tahn`, `relu` for `rellu`), then the
 * first.
 */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
  const letters = lettersOf(name);
  for (const candidate of known) {
    // A distance is at least that of the lengths: no time goes into a name, or a whole file, that is far
    // longer.
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    const isTie = distance === bestDistance && best !== undefined;
    if (
      distance < bestDistance ||
      (isTie && lettersOf(best) !== letters && lettersOf(candidate) === letters)
    ) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Each letter of a name once. */
function lettersOf(name = ""): string {
  return [...new Set(name.toLowerCase())].sort().join("");
}

/** Levenshtein's distance with neighbors swapped at the price of one (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, at(beforeLast, j - 2) + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0;
}
