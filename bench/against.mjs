// This work tree's speed against a commit's, in turns, in seconds of processor time.
// Usage: pnpm bench:against COMMIT [--node VERSION] [--rounds N] [--rows start,steps,quickstart,wide,tiny]
import { parseArgs } from "node:util";
import { checkOut } from "./against/check-out.mjs";
import { commandRows } from "./against/command-rows.mjs";
import { pathOfNode } from "./against/node-path.mjs";
import { ratioRow } from "./against/ratio-row.mjs";
import { startRows } from "./against/start-rows.mjs";
import { stepRows } from "./against/step-rows.mjs";

const { values, positionals } = parseArgs({
  options: {
    node: { type: "string" },
    rounds: { type: "string", default: "5" },
    rows: { type: "string", default: "start,steps,quickstart,wide,tiny" },
  },
  allowPositionals: true,
});
const [commit] = positionals;
const rounds = Number(values.rounds);
if (commit === undefined || !Number.isInteger(rounds) || rounds < 1)
  throw new Error("usage: pnpm bench:against COMMIT [--node VERSION] [--rounds N] [--rows ROWS]");

const node = pathOfNode(values.node);
const before = await checkOut(commit);
try {
  const wanted = values.rows.split(",");
  const rows = [
    ...(wanted.includes("start") ? await startRows({ node, before: before.root, rounds }) : []),
    ...(wanted.includes("steps") ? await stepRows({ node, before: before.root, rounds }) : []),
    ...(await commandRows({ node, before: before.root, rounds, wanted })),
  ];
  console.log(
    `\nNode ${node.version}, ${rounds} rounds, processor time; ratio: ${before.name} over this tree\n`,
  );
  console.log("| what | before | now | ratio (middle half) | same bits | peak MB before, now |");
  console.log("|---|---:|---:|---|---|---|");
  for (const row of rows) console.log(ratioRow(row));
  if (rows.some(({ same }) => same === false)) process.exitCode = 1;
} finally {
  before.remove();
}
