// House rules that a grep can hold: bit-exact Math in core and sweep, no hand-written derivative,
// no user text evaluated, integrity-only lockfile, a changelog that knows the engine's number.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const sources = (name) =>
  readdirSync(`${root}packages/${name}/src`, { recursive: true })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => ({
      path: `packages/${name}/src/${file}`,
      text: readFileSync(`${root}packages/${name}/src/${file}`, "utf8"),
    }));

const code = (text) =>
  text.replace(/\/\*[\s\S]*?\*\//g, (c) => c.replace(/[^\n]/g, " ")).replace(/(^|[^:])\/\/.*$/gm, "$1");

const rules = [
  {
    packages: ["core", "sweep"],
    why: "changes bits between engines; use core's own functions",
    pattern:
      /Math\.(?!(?:abs|min|max|floor|ceil|round|trunc|sign|sqrt|fround|imul|clz32)\b)\w+|[^*/]\*\*[^*/]/,
  },
  {
    packages: ["core"],
    why: "only a passed clock or generator belongs in core",
    pattern: /Math\.random|Date\.now|performance\.now|\bprocess\./,
  },
  {
    packages: ["core", "sweep", "report"],
    why: "user text is never evaluated",
    pattern: /\beval\(|new Function\b|\bFunction\(/,
  },
];

/** Whether a list of the catalog has code or text for a slope; a parameter may have that name. */
const handWritten = (text) =>
  /\b(derivative|slope|gradient|backward)\s*(?:[(=]|:(?!\s*\{))/.test(
    code(text).replace(/"(?:[^"\\]|\\.)*"/g, '""'),
  );

export function checkHouse() {
  const problems = [];
  for (const { packages, why, pattern } of rules)
    for (const { path, text } of packages.flatMap(sources))
      code(text)
        .split("\n")
        .forEach((line, i) => {
          // A template literal of Markdown or CSS may hold ** or Math. as text; none does in these packages.
          if (pattern.test(line)) problems.push(`${path}:${i + 1}: ${line.trim()}  (${why})`);
        });
  for (const { path, text } of sources("core").filter(({ path }) => path.includes("/activation/catalog")))
    if (handWritten(text)) problems.push(`${path} holds a hand-written derivative`);
  readFileSync(`${root}pnpm-lock.yaml`, "utf8")
    .split("\n")
    .forEach((line, i) => {
      if (/https?:/.test(line)) problems.push(`pnpm-lock.yaml:${i + 1} holds an address`);
    });
  const [, engine] = /ENGINE = (\d+)/.exec(readFileSync(`${root}packages/core/src/contract/spec.ts`, "utf8"));
  if (!readFileSync(`${root}CHANGELOG.md`, "utf8").includes(`\`ENGINE\` ${engine}`))
    problems.push(`CHANGELOG.md does not say that \`ENGINE\` is ${engine}`);
  return problems;
}
