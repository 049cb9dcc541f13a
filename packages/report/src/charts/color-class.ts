/** Number of colours; a study with more activations uses them again, and names tell them apart. */
export const COLORS = 10;

/** The class that gives an activation's colour to a mark. */
export function colorClass(color: number): string {
  return `c${color % COLORS}`;
}
