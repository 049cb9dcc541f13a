// Packages depend on each other in one way only: datasets, workers, sweep and report import core and never each other;
// cli alone composes them; core imports none of ours. Declared and imported packages are both checked.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../packages/", import.meta.url));
const core = ["@actbench/core", "@actbench/core/internal"];
const allowed = {
  core: [],
  datasets: core,
  workers: core,
  sweep: core,
  report: core,
  cli: [...core, "@actbench/datasets", "@actbench/report", "@actbench/sweep", "@actbench/workers"],
};
/** `@actbench/core` of `@actbench/core/executor-contract`. */
const packageOf = (name) => name.split("/", 2).join("/");

export function checkPackages() {
  const problems = [];
  for (const folder of readdirSync(root)) {
    const may = new Set(allowed[folder] ?? []);
    const shell = JSON.parse(readFileSync(`${root}${folder}/package.json`, "utf8"));
    const declared = Object.keys({
      ...shell.dependencies,
      ...shell.devDependencies,
      ...shell.peerDependencies,
    });
    const files = readdirSync(`${root}${folder}/src`, { recursive: true }).filter((file) =>
      /\.m?ts$/.test(file),
    );
    const imported = files.flatMap((file) =>
      [
        ...readFileSync(`${root}${folder}/src/${file}`, "utf8").matchAll(
          /from "((?:@actbench\/|node:)[^"]+|actbench)"/g,
        ),
      ].map((m) => [m[1], file]),
    );
    for (const name of declared.filter((d) => d.startsWith("@actbench/") || d === "actbench"))
      if (!may.has(name)) problems.push(`packages/${folder}/package.json may not depend on ${name}`);
    for (const [name, file] of imported) {
      if (name.startsWith("node:")) {
        if (folder === "core" && !file.endsWith(".test.ts"))
          problems.push(`packages/core/src/${file} imports ${name}: core runs in a browser`);
      } else if (!may.has(packageOf(name)))
        problems.push(`packages/${folder}/src/${file} may not import ${name}`);
    }
  }
  return problems;
}
