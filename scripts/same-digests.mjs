// Trains a small sweep on this Node and on another (`node scripts/same-digests.mjs 24.21.0`) and compares the
// digests of every trial's weights: they must be the same bits.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const [other = "24.21.0"] = process.argv.slice(2);
const out = mkdtempSync(join(tmpdir(), "actbench-nodes-"));
const sweep = [
  "packages/cli/dist/main.bundle.js",
  "run",
  "configs/examples/bump.yaml",
  "dataset.train=2000",
  "seeds=1",
];

function digests(command, name) {
  const [program, ...words] = [
    ...command,
    ...sweep,
    "--out",
    join(out, name),
    "--reporter",
    "ndjson",
    "--quiet",
  ];
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command.join(" ")} exited with ${status}\n${stderr}`);
  const events = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const finished = events.filter(({ type }) => type === "finished");
  return new Map(finished.map(({ record }) => [record.id, record.digest]));
}

try {
  const here = digests([process.execPath], "here");
  const there = digests(["npx", "--yes", "-p", `node@${other}`, "--", "node"], "there");
  const same =
    here.size > 0 && here.size === there.size && [...here].every(([id, digest]) => there.get(id) === digest);
  console.log(
    `${here.size} trials on Node ${process.versions.node} and ${other}: ${same ? "same bits" : "bits differ"}`,
  );
  process.exitCode = same ? 0 : 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
