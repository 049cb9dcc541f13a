// The studies of configs/studies: `pnpm studies` runs all, `pnpm studies -- NAME … --quick` some in their
// quick form. Each writes docs/studies/NAME.jsonl, and from it NAME.md and NAME.svg. Without training:
//   --pages     makes the pages again from the records;  --check     says which pages are out of date
//   --retrain   trains the cheapest trial of each again and compares its digest
// With --no-costs a page of hundreds of activations is made without isolated timing.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { studiesIndex } from "./studies/index-page.mjs";
import { readRecords } from "./studies/records.mjs";
import { retrain } from "./studies/retrain.mjs";
import { runStudy } from "./studies/run-study.mjs";
import { readStudyFile, studyNames } from "./studies/study-file.mjs";

const WITHOUT_TRAINING = ["--pages", "--check", "--retrain"];
const folder = fileURLToPath(new URL("../docs/studies/", import.meta.url));
const words = process.argv.slice(2).filter((word) => word !== "--");
const flags = new Set(words.filter((word) => word.startsWith("--")));
const known = studyNames();
const named = words.filter((word) => !word.startsWith("--"));
for (const flag of flags)
  if (![...WITHOUT_TRAINING, "--quick", "--no-costs"].includes(flag)) fail(`unknown flag ${flag}`);
for (const name of named)
  if (!known.includes(name)) fail(`there is no study ${name}; there are ${known.join(", ")}`);

let wrong = 0;
const summaries = [];
mkdirSync(folder, { recursive: true });
for (const name of named.length > 0 ? named : known) {
  const about = readStudyFile(name);
  if (!WITHOUT_TRAINING.some((flag) => flags.has(flag)))
    await runStudy(about, { form: flags.has("--quick") ? "quick" : "full", timed: !flags.has("--no-costs") });
  const saved = readRecords(name);
  if (saved === undefined) {
    console.error(`${name}: not run yet: pnpm studies -- ${name}`);
    wrong++;
    continue;
  }
  if (flags.has("--retrain")) {
    const { passed, outcome } = await retrain(about, saved);
    console.log(`${name}: ${outcome}`);
    wrong += passed ? 0 : 1;
    continue;
  }
  const { text, files, summary } = await about.page.make(about, saved);
  summaries.push(summary);
  keep(`${name}.md`, text);
  for (const [file, svg] of files) keep(file, svg);
}
// The list is of all studies.
if (named.length === 0 && !flags.has("--retrain")) keep("README.md", studiesIndex(summaries));
process.exitCode = wrong > 0 ? 1 : 0;

/** Writes a page, or with --check compares it. */
function keep(file, content) {
  if (!flags.has("--check")) writeFileSync(`${folder}${file}`, content);
  else if (readFileSync(`${folder}${file}`, "utf8") !== content) {
    console.error(`docs/studies/${file} is not what the records say: pnpm studies -- --pages`);
    wrong++;
  }
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
