import { nearestName } from "@actbench/core/internal";

/** A longer text is no misspelled name. */
const LONGEST = 64;

/**
 * The known name nearest to an unknown one, or undefined when none is near enough to be meant. The full name
 * of a setting is found by its last part too: `batchsize` finds `train.batch_size`.
 */
export function nearest(unknown: string, known: Iterable<string>): string | undefined {
  const names = new Map<string, string>();
  for (const name of known)
    for (const spelling of [name, name.slice(name.lastIndexOf(".") + 1)])
      if (!names.has(spelling)) names.set(spelling, name);
  const found = nearestName(unknown.slice(0, LONGEST), names.keys());
  return found === undefined ? undefined : names.get(found);
}

/** A hint that names the nearest known name, or lists the known ones when they are few. */
export function nearestHint(unknown: string, known: Iterable<string>): string | undefined {
  const names = [...known];
  const near = nearest(unknown, names);
  if (near !== undefined) return `did you mean ${near}?`;
  return names.length > 0 && names.length <= 24 ? `known: ${names.join(", ")}` : undefined;
}
