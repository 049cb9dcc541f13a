import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseDocument } from "yaml";
import { PAGES } from "./pages.mjs";
import { TABLES } from "./tables/tables.mjs";

const folder = fileURLToPath(new URL("../../configs/studies/", import.meta.url));

/** Names of all studies, sorted. */
export function studyNames() {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.slice(0, -".yaml".length))
    .sort();
}

/**
 * A study as its sweep file tells it: the lines `# Question: …`, `# Source: …`, `# Method: …` before the
 * first key, the overrides of its quick form (`# Quick: …`), what its page shows beside the points (`#
 * Tables: …`, see tables.mjs), another kind of page (`# Page: …`, see pages.mjs), values that were to be
 * expected of points (`# Published: …`), and the sentence above each claim, by the claim's id.
 */
export function readStudyFile(name) {
  const path = `configs/studies/${name}.yaml`;
  const text = readFileSync(`${folder}${name}.yaml`, "utf8");
  const head = Object.fromEntries(
    [...text.matchAll(/^# ([A-Z][a-z]+): (.+)$/gm)].map(([, key, value]) => [
      key.toLowerCase(),
      value.trim(),
    ]),
  );
  for (const key of ["question", "source", "method", "quick"])
    if (head[key] === undefined)
      throw new Error(`${path}: no line "# ${key[0].toUpperCase()}${key.slice(1)}: …"`);
  const { question, source, method } = head;
  return {
    name,
    path,
    text,
    question,
    source,
    method,
    quick: head.quick.split(/\s+/),
    tables: tablesOf(head.tables ?? "", path),
    page: pageOf(head.page ?? "study", path),
    published: new Map(
      (head.published ?? "").split("; ").flatMap((pair) => {
        const [label, value] = pair.split(" = ");
        return value === undefined ? [] : [[label, Number(value)]];
      }),
    ),
    sentences: sentences(parseDocument(text), path),
  };
}

/** `a, b(argument)` as tables with their arguments. */
function tablesOf(text, path) {
  return [...text.matchAll(/([\w-]+)(?:\(([^)]*)\))?/g)].map(([, name, argument]) => {
    const table = TABLES[name];
    if (table === undefined)
      throw new Error(`${path}: there is no table ${name}; there are ${Object.keys(TABLES).join(", ")}`);
    return { table, argument };
  });
}

function pageOf(name, path) {
  const page = PAGES[name];
  if (page === undefined)
    throw new Error(`${path}: there is no page ${name}; there are ${Object.keys(PAGES).join(", ")}`);
  return page;
}

function sentences(document, path) {
  const claims = document.get("claims");
  const found = new Map();
  for (const [i, item] of (claims?.items ?? []).entries()) {
    // The comment above the first item belongs to the list.
    const comment = item.commentBefore ?? (i === 0 ? claims.commentBefore : undefined);
    if (comment === undefined)
      throw new Error(`${path}: the claim ${item.get("id")} has no sentence above it`);
    found.set(item.get("id"), comment.trim());
  }
  return found;
}
