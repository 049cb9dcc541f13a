// `node packages/core/test/reference/write-values.mjs` asks every values_*.py for the values of its
// activations and writes them to values.json, one line per activation; after `pnpm build`, with Python 3.
import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("./", import.meta.url));
/**
 * Enough for a tolerance of 1e-9, and the same on machines whose libraries round the last digit differently.
 */
const DIGITS = 15;

const run = (command, args, input) =>
  execFileSync(command, args, { cwd: here, input, encoding: "utf8", maxBuffer: 2 ** 28 });

const asked = run(process.execPath, ["questions.mjs"]);
const questions = JSON.parse(asked);
const answers = {};
for (const file of readdirSync(here).filter((name) => /^values_\w+\.py$/.test(name))) {
  for (const [name, answer] of Object.entries(JSON.parse(run("python3", ["-B", file], asked)))) {
    if (name in answers) throw new Error(`${name} is defined in ${file} and in another file; keep one`);
    answers[name] = answer;
  }
}

const rounded = (value) => Number(value.toPrecision(DIGITS));

/** What values.json holds of an activation. */
function line({ name, settings }) {
  const answer = answers[name];
  const entry =
    typeof answer === "string" ? answer : { settings, values: answer.map((row) => row.map(rounded)) };
  return `    ${JSON.stringify(name)}: ${JSON.stringify(entry)}`;
}

const points = Object.fromEntries(questions.map(({ inputs, points }) => [inputs, points]));
const pointLines = Object.entries(points).map(
  ([inputs, list]) => `    ${JSON.stringify(inputs)}: ${JSON.stringify(list)}`,
);
const answered = questions.filter(({ name }) => name in answers).sort((a, b) => (a.name < b.name ? -1 : 1));
writeFileSync(
  `${here}values.json`,
  `{\n  "points": {\n${pointLines.join(",\n")}\n  },\n  "activations": {\n${answered.map(line).join(",\n")}\n  }\n}\n`,
);
const open = questions.filter(({ name }) => !(name in answers)).map(({ name }) => name);
console.log(`values.json: ${answered.length} activations`);
if (open.length > 0) console.log(`not defined in any values_*.py: ${open.join(", ")}`);
