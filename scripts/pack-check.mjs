// Packs every package as it would be published, lints the packages, installs them with npm in an empty
// folder, and runs `actbench` there on this Node and on another (`node scripts/pack-check.mjs 24.21.0`), and
// the library from a program.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const [other = "24.21.0"] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "actbench-pack-"));
const packs = join(folder, "packs");
const empty = mkdtempSync(join(folder, "empty "));

function call(command, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, { cwd, shell: true, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} exited with ${status}\n${stdout}${stderr}${error ?? ""}`);
  return stdout;
}

/** That a command ends with a code and says something. */
function expectSaid(command, code, what) {
  const { status, stdout, stderr } = spawnSync(command, { cwd: empty, shell: true, encoding: "utf8" });
  if (status !== code || !stderr.includes(what))
    throw new Error(`${command} exited with ${status}, and should have said ${what}\n${stdout}${stderr}`);
}

try {
  for (const name of readdirSync(`${root}packages`)) {
    const cwd = `${root}packages/${name}`;
    call(`pnpm pack --pack-destination "${packs}"`, cwd);
    const lint = call("npx --no-install publint run --strict", cwd);
    if (!lint.includes("All good!")) throw new Error(`publint, packages/${name}:\n${lint}`);
  }
  writeFileSync(join(empty, "package.json"), '{ "private": true, "type": "module" }');
  const tarballs = readdirSync(packs).map((file) => `"${join(packs, file)}"`);
  const beside = tarballs.filter((file) => file.includes("actbench-queue"));
  call(
    `npm install --no-audit --no-fund ${tarballs.filter((file) => !beside.includes(file)).join(" ")}`,
    empty,
  );
  expectSaid(
    "npx --no-install actbench agent --queue redis://127.0.0.1:1",
    2,
    "npm install @actbench/queue@",
  );
  writeFileSync(
    join(empty, "sweep.yaml"),
    "dataset: { name: iris, validation: 30 }\nmodel: { hidden: [8] }\ntrain: { epochs: 2, batch_size: 16 }\n" +
      "parameters: { activation: [relu, tanh] }\nseeds: 2\n",
  );
  writeFileSync(
    join(empty, "program.mjs"),
    'import { loadStudy, report, run } from "actbench";\n' +
      'const { records, folder } = await run(await loadStudy("sweep.yaml"), { out: process.argv[2] });\n' +
      'if (records.length !== 4 || !(await report(folder)).includes("</html>")) process.exit(1);\n',
  );
  for (const node of ["node", `npx --yes -p node@${other} -- node`]) {
    const version = call(`${node} --version`, empty).trim();
    const said = call(`${node} node_modules/.bin/actbench run sweep.yaml --out ${version}`, empty);
    if (!said.includes("4 completed")) throw new Error(said);
    call(`${node} program.mjs program-${version}`, empty);
    console.log(`${version}: installed from packs, ran 4 trials`);
  }
  expectSaid(
    `npx --no-install actbench export sweep --out ${process.version} --format parquet -o x.parquet`,
    2,
    "npm install hyparquet-writer@",
  );
  const help = call("npx --no-install actbench --help", empty);
  if (!help.includes("actbench run")) throw new Error(help);
  call(`npm install --no-audit --no-fund ${tarballs.join(" ")}`, empty);
  expectSaid("npx --no-install actbench agent --queue redis://127.0.0.1:1", 2, "ECONNREFUSED");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
