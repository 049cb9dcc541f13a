import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ROOT } from "./root.mjs";
import { STEP_NETWORKS } from "./step-networks.mjs";

const PROCESS = fileURLToPath(new URL("step-process.mjs", import.meta.url));
const WARM_UPS = 3;

/** Updates of some networks, both trees in turns, a process each. */
export async function stepRows({ node, before, rounds }) {
  const rows = [];
  for (const [name, { what, steps }] of Object.entries(STEP_NETWORKS)) {
    const sides = await Promise.all([before, ROOT].map((root) => startSide(node.path, root, name)));
    for (let i = 0; i < WARM_UPS; i++) for (const side of sides) await side.ask({ steps });
    const times = sides.map(() => []);
    for (let round = 0; round < rounds; round++)
      for (const [i, side] of sides.entries()) {
        const { seconds } = await side.ask({ steps });
        times[i].push((seconds * 1e6) / steps);
      }
    const ends = await Promise.all(sides.map((side) => side.ask({ digest: true })));
    for (const side of sides) side.end();
    const same = ends[0].digest !== undefined && ends[0].digest === ends[1].digest;
    rows.push({ what: `step of ${what}`, unit: "µs", before: times[0], now: times[1], same });
  }
  return rows;
}

async function startSide(execPath, root, network) {
  const child = fork(PROCESS, [root, network], { execPath });
  const answer = () =>
    new Promise((resolve, reject) => {
      child.once("message", resolve);
      child.once("exit", (code) => reject(new Error(`${root} ended with ${code}`)));
    });
  await answer();
  return {
    ask: (question) => {
      child.removeAllListeners("exit");
      const heard = answer();
      child.send(question);
      return heard;
    },
    end: () => {
      child.removeAllListeners("exit");
      child.kill();
    },
  };
}
