/** A piece of a sentence: our words, or a name out of the study. */
export type Part = string | { readonly name: string };

export type FindingKind =
  | "best"
  | "lead"
  | "effect"
  | "finalist"
  | "constant"
  | "uneven"
  | "diverged"
  | "lost_units"
  | "cannot_die"
  | "unfinished"
  | "more";

/** One notable fact of a run, as a plain sentence with its n. */
export interface Finding {
  readonly kind: FindingKind;
  readonly tone: "good" | "bad" | "note";
  /** The sentence with names marked, for a page that isolates their direction of writing. */
  readonly parts: readonly Part[];
  /** The same sentence as text. */
  readonly text: string;
}

/** Makes a finding from pieces of its sentence. */
export function finding(kind: FindingKind, tone: Finding["tone"], parts: readonly Part[]): Finding {
  return {
    kind,
    tone,
    parts,
    text: parts.map((part) => (typeof part === "string" ? part : part.name)).join(""),
  };
}
