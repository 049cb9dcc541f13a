import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./root.mjs";

const COMMANDS = [
  ["--version"],
  ["--help"],
  ["activations", "list"],
  ["activations", "show", "mish"],
  ["validate", "configs/quickstart.yaml"],
  ["plan", "configs/quickstart.yaml"],
];
const MEASURE = join(ROOT, "bench/against/measure-command.cjs");
/** Of each command in a round: a start takes tenths of a second, and its neighbors' noise as much. */
const STARTS = 8;

/** Commands that train nothing, both trees in turns: what a user waits for before anything happens. */
export async function startRows({ node, before, rounds }) {
  const rows = [];
  for (const words of COMMANDS) {
    const sides = [before, ROOT].map((root) => ({ root, times: [], peak: 0 }));
    for (let i = 0; i < rounds * STARTS; i++)
      for (const side of i % 2 === 0 ? sides : [...sides].reverse()) {
        const { seconds, peakBytes } = await start(node.path, side.root, words);
        side.times.push(seconds * 1e3);
        side.peak = Math.max(side.peak, peakBytes);
      }
    const [old, now] = sides;
    const what = `actbench ${words.join(" ")}`;
    console.error(what);
    rows.push({ what, unit: "ms", before: old.times, now: now.times, peaks: [old.peak, now.peak] });
  }
  return rows;
}

/** Sweep files are this tree's, so that both read the same. */
async function start(node, root, words) {
  const program = join(root, "packages/cli/dist/main.bundle.js");
  const child = spawn(node, ["--require", MEASURE, program, ...words], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  let figures;
  child.on("message", (message) => {
    figures = message;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0 || figures === undefined) throw new Error(`actbench ${words.join(" ")} exited with ${code}`);
  return figures;
}
