import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./root.mjs";

const COMMANDS = {
  quickstart: { what: "quickstart, one seed, whole command", words: ["configs/quickstart.yaml", "seeds=1"] },
  wide: {
    what: "784-512-512-10, batch 128, 2 epochs x 4 trials, whole command",
    words: ["bench/against/wide.yaml"],
  },
  tiny: {
    what: "10,000 trials of iris 4-16-3, 2 epochs, whole command",
    words: ["bench/against/tiny.yaml"],
  },
};
const MEASURE = join(ROOT, "bench/against/measure-command.cjs");

/** Whole commands, both trees in turns; digests of all trials are compared by point and seed. */
export async function commandRows({ node, before, rounds, wanted }) {
  const rows = [];
  for (const [name, { what, words }] of Object.entries(COMMANDS)) {
    if (!wanted.includes(name)) continue;
    const sides = [before, ROOT].map((root) => ({ root, times: [], peak: 0, digests: undefined }));
    for (let round = 0; round < rounds; round++)
      for (const side of sides) {
        const { seconds, peakBytes, digests } = await runOnce(node.path, side.root, words);
        side.times.push(seconds);
        side.peak = Math.max(side.peak, peakBytes);
        side.digests = digests;
        console.error(`${name}, round ${round + 1}: ${seconds.toFixed(1)} s`);
      }
    const [old, now] = sides;
    const same =
      old.digests.size > 0 &&
      old.digests.size === now.digests.size &&
      [...old.digests].every(([trial, digest]) => now.digests.get(trial) === digest);
    rows.push({ what, unit: "s", before: old.times, now: now.times, same, peaks: [old.peak, now.peak] });
  }
  return rows;
}

/** Sweep files are this tree's, so that both run the same. */
async function runOnce(node, root, [file, ...overrides]) {
  const out = mkdtempSync(join(tmpdir(), "actbench-against-"));
  const program = join(root, "packages/cli/dist/main.bundle.js");
  const args = [
    "--require",
    MEASURE,
    program,
    "run",
    join(ROOT, file),
    ...overrides,
    "--out",
    out,
    "--reporter",
    "ndjson",
    "--quiet",
  ];
  try {
    const { events, figures } = await listen(
      spawn(node, args, { stdio: ["ignore", "pipe", "inherit", "ipc"] }),
    );
    const finished = events.filter(({ type }) => type === "finished");
    return {
      ...figures,
      digests: new Map(finished.map(({ trial, record }) => [trial, record.digest ?? record.status])),
    };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

async function listen(child) {
  let text = "";
  let figures;
  child.stdout.setEncoding("utf8").on("data", (part) => {
    text += part;
  });
  child.on("message", (message) => {
    figures = message;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0 || figures === undefined) throw new Error(`actbench run exited with ${code}`);
  return {
    figures,
    events: text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  };
}
