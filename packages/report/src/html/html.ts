const text = Symbol("markup");

/**
 * Markup that needs no escaping. Made by {@link html} and {@link trusted} alone: a symbol cannot come out of
 * JSON.
 */
export interface Safe {
  readonly [text]: string;
}

/** What may stand in a template: text and numbers are escaped, nothing is left out, lists are joined. */
export type Content = Safe | string | number | undefined | false | readonly Content[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

// Besides the five of HTML: control characters (but tab and line breaks) and halves of surrogate pairs, which
// no document may hold and which would change bytes when the page is written as UTF-8; and the controls by
// which a name could turn around the text beside it (Boucher and Anderson 2021, "Trojan Source").
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not pass
  /[&<>"']|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const escapeText = (value: string): string => value.replace(UNSAFE, (found) => ENTITIES[found] ?? "\ufffd");

function write(content: Content): string {
  if (content === undefined || content === false) return "";
  if (typeof content === "string") return escapeText(content);
  if (typeof content === "number") return String(content);
  if (text in content) return content[text];
  let out = "";
  for (const item of content) out += write(item);
  return out;
}

/**
 * Markup from a template. This is the one place where a report escapes text; it holds in element content and
 * in quoted attributes, of HTML and SVG alike.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Safe {
  let out = strings[0] ?? "";
  for (let i = 0; i < values.length; i++) out += write(values[i]) + (strings[i + 1] ?? "");
  return { [text]: out };
}

/** Declares a text of our own to be markup. Never for a name, a message or a number of a run. */
export function trusted(markup: string): Safe {
  return { [text]: markup };
}

/** The markup as a string. */
export function markupOf(safe: Safe): string {
  return safe[text];
}
