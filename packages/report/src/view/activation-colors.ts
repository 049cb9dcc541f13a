import { UNCOLORED } from "../charts/color-class.js";

/** Names that have the same color in every report; all others get what is left of ten. */
const NAMED: readonly string[] = [
  "relu",
  "gelu",
  "silu",
  "leaky_relu",
  "elu",
  "selu",
  "tanh",
  "sigmoid",
  "prelu",
  "mish",
];

/**
 * The number of each label's color. Usual names have a fixed one; others take a free one, the same in every
 * report that has it free. With more than ten labels only those in `kept` have a color: ten is what a reader
 * can tell apart.
 */
export function activationColors(
  labels: readonly string[],
  kept: readonly string[],
): ReadonlyMap<string, number> {
  const distinct = [...new Set(labels)];
  const colored =
    distinct.length > NAMED.length ? distinct.filter((label) => kept.includes(label)) : distinct;
  const colors = new Map<string, number>(distinct.map((label) => [label, UNCOLORED]));
  const taken = new Set<number>();
  const give = (label: string, color: number): void => {
    colors.set(label, color);
    taken.add(color);
  };
  const later = colored.filter((label) => {
    const color = NAMED.indexOf(nameOf(label));
    if (color < 0 || taken.has(color)) return true;
    give(label, color);
    return false;
  });
  for (const label of later) {
    const wished = wishOf(label);
    const free = NAMED.map((_, i) => (wished + i) % NAMED.length).find((color) => !taken.has(color));
    give(label, free ?? UNCOLORED);
  }
  return colors;
}

/** `leaky_relu` of `leaky_relu(alpha=0.1)`. */
function nameOf(label: string): string {
  return label.replace(/\(.*$/s, "").trim();
}

/** Where the search for a free color begins: it depends on the name alone. */
function wishOf(label: string): number {
  let sum = 0;
  for (const glyph of nameOf(label)) sum = (31 * sum + (glyph.codePointAt(0) ?? 0)) % 65_521;
  return sum % NAMED.length;
}
