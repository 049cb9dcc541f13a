// Words that readers trip over: private terms, riddles and British spelling, in documents and in the texts of
// commands. A short list; what needs judgment is left to reviewers. Pages that are generated are checked
// through the texts they come from.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Each form, what to write instead, and where it is looked for. */
const FORMS = [
  { form: /\bone's own\b/i, write: "custom, your own" },
  { form: /\b(?:at most|not|start|after) so many\b/i, write: "N, that many" },
  { form: /\bto be believed\b|\bto be brushed\b/i, write: "what to do with it" },
  { form: /\bthat pleases\b/i, write: "favorable, significant" },
  { form: /\bsaid aloud\b|\bhears? of\b/i, write: "reported, called when" },
  { form: /\bquiet (?:speed )?lane\b/i, write: "isolated timing" },
  { form: /\bless the baseline\b/i, write: "minus the baseline" },
  {
    form: /\bcorrected after Holm\b|\bafter Benjamini and Hochberg\b/i,
    write: "Holm-corrected, Benjamini–Hochberg",
  },
  { form: /\bfinds? (?:an effect of )?\S+ (?:pp )?(?:or more )?with 80 %/i, write: "80 % power" },
  { form: /\bwhere the dice fell\b/i, write: "a plain statement" },
  { form: /(?<!there )\bis no (?:name|text|sweep file)\b/i, write: "is not a valid …" },
  {
    form: /\b\w*(?:colour|behaviour|neighbour|favour|licence|initialis|optimis(?!t|m)|normalis|minimis|maximis|labelled|artefact)\w*/i,
    write: "American spelling",
  },
];

const SOURCES = /^packages\/(?:cli|sweep|datasets|core|workers|queue)\/src\/.*\.ts$/;
const DOCUMENTS =
  /^(?:README|CONTRIBUTING|ARCHITECTURE)\.md$|^docs\/[\w-]+\.md$|^packages\/\w+\/README\.md$|^configs\/.*\.yaml$/;
const SKIPPED = /\.test\.ts$|^configs\/(?:studies|pictures)\//;

/** One line per bad form: file, line, what to write. */
export function checkWords() {
  const { stdout } = spawnSync("git", ["ls-files"], { cwd: root, encoding: "utf8" });
  const files = stdout
    .split("\n")
    .filter((file) => (SOURCES.test(file) || DOCUMENTS.test(file)) && !SKIPPED.test(file));
  return files.flatMap((file) => wordsOf(file, readFileSync(`${root}${file}`, "utf8")));
}

/** The bad forms of a text. */
export function wordsOf(file, text) {
  return text.split("\n").flatMap((line, i) =>
    FORMS.flatMap(({ form, write }) => {
      const [found] = form.exec(line) ?? [];
      return found === undefined ? [] : [`${file}:${i + 1}: "${found}" (write: ${write})`];
    }),
  );
}
