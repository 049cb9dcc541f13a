// Widths in em, above those of the widest of the page's fonts (DejaVu Sans), so that a text which fits by
// them fits in every other.
const WIDTHS: readonly (readonly [pattern: RegExp, em: number])[] = [
  [/\p{Mark}|\p{Format}/u, 0],
  [/[ .,:;'|!ijlI()[\]/·]/u, 0.42],
  [/[mwMW@%—…]/u, 1.02],
  [/\p{Lu}|[_+<>=~#&−]/u, 0.84],
  [/[\u1100-\u{10ffff}]/u, 1.4],
];
const USUAL = 0.66;

/**
 * The width of a text in pixels, estimated from above: an SVG that is drawn without a browser cannot measure.
 */
export function textWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const glyph of text) em += WIDTHS.find(([pattern]) => pattern.test(glyph))?.[1] ?? USUAL;
  return em * fontSize;
}

/** A text cut, with an ellipsis, to what fits into a width. */
export function fitText(text: string, width: number, fontSize: number): string {
  // No text of an interesting width has more characters than pixels; a name may have thousands.
  const glyphs = Array.from(text.slice(0, 2 * Math.ceil(width)));
  if (glyphs.join("") === text && textWidth(text, fontSize) <= width) return text;
  let fitting = "";
  for (const glyph of glyphs) {
    if (textWidth(`${fitting}${glyph}…`, fontSize) > width) break;
    fitting += glyph;
  }
  return `${fitting}…`;
}

/** A name cut like a text; the names of its parameters go first, so that two values of one still differ. */
export function fitName(name: string, width: number, fontSize: number): string {
  if (name.length > 2 * width || textWidth(name, fontSize) <= width) return fitText(name, width, fontSize);
  return fitText(name.replace(/[\w.]+=/g, ""), width, fontSize);
}
