// Packages depend on each other in one way only: datasets, workers, sweep, report and queue import core and
// never each other; cli alone composes them; core imports none of ours. Declared and imported packages are
// both checked. The published command line does not depend on queue: it imports its types alone, and the
// package itself when a command asks for it.
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
  queue: core,
  cli: [
    ...core,
    "@actbench/datasets",
    "@actbench/queue",
    "@actbench/report",
    "@actbench/sweep",
    "@actbench/workers",
  ],
};
/** Packages that cli is published without. */
const besideCli = "@actbench/queue";
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
    if (folder === "cli") problems.push(...loadedEarly(shell, files));
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

/** Where cli needs a package that it is published without. */
function loadedEarly(shell, files) {
  const early = new RegExp(`^(?:import|export) (?!type )[^;]*? from "${besideCli}"`, "m");
  return [
    ...(besideCli in (shell.dependencies ?? {})
      ? [`packages/cli/package.json may not depend on ${besideCli}: it is installed beside`]
      : []),
    ...files
      .filter((file) => early.test(readFileSync(`${root}cli/src/${file}`, "utf8")))
      .map((file) => `packages/cli/src/${file} may only import types of ${besideCli}, or by import()`),
  ];
}
