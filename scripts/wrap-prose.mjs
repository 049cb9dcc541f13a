// Wraps the prose of documents at 120 columns, which the formatter leaves as it is: `pnpm format` writes,
// `pnpm check` reports.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const WIDTH = 120;
const DOCUMENTS = /^[A-Z]+\.md$|^docs\/[\w-]+\.md$|^(?:bench|findings|packages\/\w+)\/README\.md$/;

/** Lines that are no prose: empty ones, tables, headings, HTML, rules, footnotes. */
const FIXED = /^\s*(?:$|\||#|<|---|\[[^\]]+\]:)/;
const ITEM = /^(\s*)([-*] |\d+\. )?(> )?/;
/** Code spans and links with a short text stay in one line. */
const WHOLE = /`[^`]*`|\[[^\]]{1,70}\]\([^)\s]*\)/g;
const SPACE = "\0";
/** Words that would begin a list or a heading at the start of a line. */
const MARK = /^(?:[-+*#>=]+|\d+[.)])$/;

function filled(first, rest, text) {
  const words = text.replace(WHOLE, (span) => span.replaceAll(" ", SPACE)).split(/ +/);
  const lines = [];
  let line = first;
  for (const word of words) {
    const begins = line === first || line === rest;
    if (!begins && !MARK.test(word) && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = rest + word;
    } else line += begins ? word : ` ${word}`;
  }
  return [...lines, line].map((one) => one.replaceAll(SPACE, " "));
}

/** A document whose paragraphs with a line beyond the width are wrapped anew. */
export function wrapProse(source) {
  const lines = source.split("\n");
  const out = [];
  let isCode = false;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (/^\s*```/.test(line)) isCode = !isCode;
    if (isCode || /^\s*```/.test(line) || FIXED.test(line)) {
      out.push(line);
      at++;
      continue;
    }
    const [first, indent = "", bullet = "", quote = ""] = ITEM.exec(line) ?? [""];
    let end = at + 1;
    while (end < lines.length && continues(lines[end])) end++;
    const own = lines.slice(at, end);
    const texts = own.map((one, i) => (i === 0 ? one.slice(first.length) : one.trim().replace(/^> /, "")));
    const isLong = own.some((one) => one.length > WIDTH);
    out.push(
      ...(isLong ? filled(first, indent + " ".repeat(bullet.length) + quote, texts.join(" ").trim()) : own),
    );
    at = end;
  }
  return out.join("\n");
}

const continues = (line) => !FIXED.test(line) && !/^\s*(?:```|[-*] |\d+\. )/.test(line);

/** Documents whose prose is wider than it should be; with `write` it is wrapped. */
export function checkProse({ write = false } = {}) {
  const { stdout } = spawnSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" });
  return stdout
    .split("\n")
    .filter((file) => DOCUMENTS.test(file))
    .flatMap((file) => {
      const source = readFileSync(root + file, "utf8");
      const better = wrapProse(source);
      if (better === source) return [];
      if (write) writeFileSync(root + file, better);
      return [`${file} has prose beyond column ${WIDTH}; \`pnpm format\` wraps it`];
    });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { length } = checkProse({ write: true });
  console.log(`wrapped the prose of ${length} documents`);
}
