import type { Activation } from "../../activation.js";
import { sourceOf } from "./catalog-sources.js";
import { leftOut } from "./left-out.js";

/** Where a word may stand, the most telling first. */
const FIELDS = ["name", "other name", "summary", "family", "source", "note", "left out"] as const;

/** What a search found: where the words stand, and the text there. */
export interface Found {
  readonly name: string;
  readonly where: (typeof FIELDS)[number];
  readonly text: string;
}

/**
 * The activations that hold every word in names, summary, source or note, and functions that the catalog
 * leaves out; those first whose name says it. Case does not matter.
 */
export function searchCatalog(words: readonly string[], among: readonly Activation[]): readonly Found[] {
  const wanted = words.map((word) => word.toLowerCase());
  const holds = (text: string, word: string): boolean => text.toLowerCase().includes(word);
  const found = [...among.map(fieldsOf), ...leftOut.map(fieldsOfLeftOut)].flatMap(
    (fields): readonly Found[] => {
      const [{ text: name = "" } = {}] = fields;
      if (!wanted.every((word) => fields.some(({ text }) => holds(text, word)))) return [];
      const best = fields.find(({ text }) => wanted.some((word) => holds(text, word)));
      return best === undefined ? [] : [{ name, ...best }];
    },
  );
  const isWhole = ({ text }: Found): boolean => wanted.length === 1 && text.toLowerCase() === wanted[0];
  return found.toSorted(
    (a, b) => Number(isWhole(b)) - Number(isWhole(a)) || FIELDS.indexOf(a.where) - FIELDS.indexOf(b.where),
  );
}

type Field = Omit<Found, "name">;

function fieldsOf(activation: Activation): readonly Field[] {
  const { aliases = [], note } = sourceOf(activation) ?? {};
  const cite = sourceOf(activation)?.cite ?? activation.cite;
  return [
    { where: "name", text: activation.name },
    ...aliases.map(({ name }) => ({ where: "other name", text: name }) as const),
    { where: "summary", text: activation.summary },
    { where: "family", text: activation.family },
    { where: "source", text: cite },
    ...(note === undefined ? [] : [{ where: "note", text: note } as const]),
  ];
}

function fieldsOfLeftOut({ name, why }: (typeof leftOut)[number]): readonly Field[] {
  return [
    { where: "left out", text: name },
    { where: "left out", text: why },
  ];
}
