/** Code of a part of a formula. */
export interface Written {
  readonly text: string;
  /** How strongly its outermost operator binds. */
  readonly power: number;
  /** Truth values are no numbers in the tools' arrays. */
  readonly is: "number" | "truth";
}

/** How strongly operators of Python bind, those of arrays' truth values (`|`, `&`) among them. */
export const POWER = {
  comparison: 1,
  or: 2,
  and: 3,
  sum: 4,
  product: 5,
  prefix: 6,
  power: 7,
  atom: 8,
} as const;
