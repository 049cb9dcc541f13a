// Words that readers trip over: private terms, riddles and British spelling, in documents and in the texts of
// commands. A short list; what needs judgment is left to reviewers. Pages that are generated are checked
// through the texts they come from.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

const SOURCES =
  /^packages\/(?:cli|sweep|datasets|core|workers|queue|report)\/(?:src|test|live)\/.*\.m?ts$|^test\/.*\.m?[jt]s$|^scripts\/.*\.mjs$/;
const DOCUMENTS =
  /^[A-Z]+\.md$|^docs\/[\w-]+\.md$|^(?:bench|findings|packages\/\w+)\/README\.md$|^configs\/.*\.(?:yaml|mjs)$/;
/** The forms themselves, and what is generated. */
const SKIPPED =
  /^scripts\/check-words\.mjs$|^test\/words\.test\.ts$|^packages\/report\/src\/page\/script\.ts$|^docs\/activations\.md$/;

/** Each form, what to write instead, and where it is looked for: everywhere, or in documents alone. */
const FORMS = [
  { form: /\bone's own\b/i, write: "custom, your own" },
  { form: /\b(?:at most|not|start|after) so many\b/i, write: "N, that many" },
  { form: /\bto be believed\b|\bto be brushed\b/i, write: "what to do with it" },
  { form: /\bthat pleases\b/i, write: "favorable, significant" },
  { form: /\baloud\b/i, write: "with a warning" },
  { form: /\b(?:is|are|was|were|be|been) told\b(?! apart)/i, write: "is reported, gets, is given" },
  { form: /\bhears\b|\bhear of\b/i, write: "receives" },
  { form: /\bquiet (?:speed )?lane\b/i, write: "isolated timing" },
  { form: /\bless the baseline\b/i, write: "minus the baseline" },
  {
    form: /\bcorrected after Holm\b|\bafter Benjamini and Hochberg\b/i,
    write: "Holm-adjusted, Benjamini–Hochberg",
  },
  { form: /\bfinds? (?:an effect of )?\S+ (?:pp )?(?:or more )?with 80 %/i, write: "80 % power" },
  { form: /\bwhere the dice fell\b/i, write: "a plain statement" },
  { form: /\bcommonest class\b/i, write: "majority class" },
  { form: /\branks? nothing\b/i, write: "not used for ranking" },
  { form: /(?<!there )\bis no (?:name|text|sweep file)\b/i, write: "is not a valid …" },
  { form: /\bfor want of\b/i, write: "for lack of, because there is no" },
  { form: /\bat once\b/i, write: "immediately, at the same time", where: DOCUMENTS },
  { form: /\banew\b/i, write: "again, from the beginning", where: DOCUMENTS },
  { form: /\bspeed lane\b/i, write: "isolated timing", where: DOCUMENTS },
  { form: /\bcorrected for \d/i, write: "Holm-adjusted", where: DOCUMENTS },
  {
    form: /\b(?:data|formulas?|folder|thread|parser|rows?|file|job|machine) of (?:your|its|their|our) own\b/i,
    write: "your own …, a separate …",
    where: DOCUMENTS,
  },
  {
    form: /(?<!there )\bis no (?!longer|more\b|(?:name|text|sweep file)\b)[a-z]+/i,
    write: "is not a …",
    where: DOCUMENTS,
  },
  { form: /\bnext to (?:no|none|nothing)\b/i, write: "almost no", where: DOCUMENTS },
  { form: /\bin the place of\b/i, write: "in place of, instead of", where: DOCUMENTS },
  {
    form: /\b(?:it|which|that|this) says? so\b|\bis said so\b/i,
    write: "the page states that …",
    where: DOCUMENTS,
  },
  {
    form: /\bwhat (?:is|was) (?:left|whole|open|missing) (?:is|are|was|stays|runs)\b/i,
    write: "the remaining …",
    where: DOCUMENTS,
  },
  {
    form: /\b(?:units|trials|points|seeds|examples|lines|cores|bytes|numbers) a (?:layer|seed|rate|thread|file|number|batch|step|row)\b/i,
    write: "per",
    where: DOCUMENTS,
  },
  { form: /\bsome \d/i, write: "about N", where: DOCUMENTS },
  {
    form: /\b\w*(?:colour|behaviour|neighbour|favour|licence|initialis|optimis(?!t|m|er)|normalis|minimis|maximis|labelled(?!by)|artefact)\w*|\bgrey\b|\bcentre\b/i,
    write: "American spelling",
  },
];

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
    FORMS.flatMap(({ form, write, where }) => {
      if (where && !where.test(file)) return [];
      const [found] = form.exec(line) ?? [];
      return found === undefined ? [] : [`${file}:${i + 1}: "${found}" (write: ${write})`];
    }),
  );
}
