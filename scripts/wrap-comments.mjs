// Wraps comments at 110 columns, which the formatter leaves as they are: `pnpm format` writes, `pnpm check`
// reports.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const WIDTH = 110;

/** Lines that have a shape of their own: tags, lists, tables, indented examples, directives. */
const FIXED = /^(?:$|\s|@|[-*|#] |\d+\. |[a-z]+-ignore\b|\/)/;

/** Words of comment lines, filled up to the width behind a prefix. */
function filled(lines, prefix) {
  const words = lines.join(" ").split(/ +/);
  const out = [];
  let line = "";
  for (const word of words) {
    if (line !== "" && prefix.length + line.length + 1 + word.length > WIDTH) {
      out.push(prefix + line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...out, prefix + line];
}

/** The texts of a comment's lines, wrapped from the first that is too long to the end of its paragraph. */
function wrapped(texts, prefix) {
  const out = [];
  for (let at = 0; at < texts.length; ) {
    const text = texts[at];
    if (prefix.length + text.length <= WIDTH || FIXED.test(text)) {
      out.push((prefix + text).trimEnd());
      at++;
      continue;
    }
    let end = at + 1;
    while (end < texts.length && !FIXED.test(texts[end])) end++;
    out.push(...filled(texts.slice(at, end), prefix));
    at = end;
  }
  return out;
}

/**
 * A comment that begins at a line: where it ends, and its lines as they should be; undefined where none
 * begins.
 */
function commentAt(lines, at) {
  const [, indent, mark] = /^(\s*)(\/\/ |\/\*\*(?: |$))/.exec(lines[at]) ?? [];
  if (mark === undefined) return undefined;
  if (mark === "// ") {
    let end = at;
    while (end < lines.length && lines[end].startsWith(`${indent}//`)) end++;
    const own = lines.slice(at, end);
    const texts = own.map((line) => line.slice(indent.length).replace(/^\/\/ ?/, ""));
    return { end, lines: wrapped(texts, `${indent}// `) };
  }
  const one = /^\s*\/\*\* (.*) \*\/$/.exec(lines[at]);
  if (one) {
    const whole = lines[at].length > WIDTH;
    return { end: at + 1, lines: whole ? block(filled([one[1]], `${indent} * `), indent) : [lines[at]] };
  }
  let end = at + 1;
  while (end < lines.length && !lines[end].endsWith("*/")) end++;
  const own = lines.slice(at + 1, end);
  // Anything but the usual block is left alone.
  if (lines[at] !== `${indent}/**` || lines[end] !== `${indent} */`) return undefined;
  if (!own.every((line) => line.startsWith(`${indent} *`))) return undefined;
  const texts = own.map((line) => line.slice(indent.length).replace(/^ \* ?/, ""));
  return { end: end + 1, lines: block(wrapped(texts, `${indent} * `), indent) };
}

const block = (lines, indent) => [`${indent}/**`, ...lines, `${indent} */`];

/** A source with its comments wrapped. What stands in a template literal is text, not a comment. */
export function wrapComments(source) {
  const lines = source.split("\n");
  const out = [];
  let isText = false;
  for (let at = 0; at < lines.length; ) {
    const comment = isText ? undefined : commentAt(lines, at);
    if (comment) {
      out.push(...comment.lines);
      at = comment.end;
      continue;
    }
    const line = lines[at++];
    const code = isText ? line : line.replace(/(?:^|\s)\/\/ .*$|"(?:[^"\\]|\\.)*"/g, "");
    if ((code.replace(/\\./g, "").match(/`/g) ?? []).length % 2 === 1) isText = !isText;
    out.push(line);
  }
  return out.join("\n");
}

const FOLDERS = ["bench", "packages", "scripts", "test"];

/** Files whose comments are wider than they should be; with `write` they are wrapped. */
export function checkComments({ write = false } = {}) {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(root + folder, { recursive: true })
      .filter((file) => /\.m?ts$|\.mjs$/.test(file) && !/(?:^|[/\\])(?:node_modules|dist)[/\\]/.test(file))
      .map((file) => `${folder}/${file}`),
  );
  return files.flatMap((file) => {
    const source = readFileSync(root + file, "utf8");
    const better = wrapComments(source);
    if (better === source) return [];
    if (write) writeFileSync(root + file, better);
    return [`${file} has a comment beyond column ${WIDTH}; \`pnpm format\` wraps it`];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { length } = checkComments({ write: true });
  console.log(`wrapped the comments of ${length} files`);
}
