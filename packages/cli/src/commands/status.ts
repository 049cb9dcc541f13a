import { defineCommand } from "../command/command.js";
import { toggle } from "../command/flag.js";
import { positional } from "../command/positional.js";
import type { RunsPlace } from "../runs/find-run.js";
import { damageCode, loadEveryRun, loadRun } from "../runs/load-runs.js";
import { outFlag, outFolder } from "../runs/out-flag.js";
import { runStatus } from "../runs/run-status.js";
import { table } from "../terminal/table.js";
import type { Terminal } from "../terminal/terminal.js";

async function read(run: string | undefined, place: RunsPlace, terminal: Terminal) {
  if (run === undefined) return loadEveryRun(place, terminal);
  const runs = [await loadRun(run, place, terminal)];
  return { runs, code: damageCode(runs) };
}

/** `actbench status [RUN]` */
export const status = defineCommand({
  positionals: { run: positional("optional", "run: a folder, or the start of a name under --out") },
  flags: { out: outFlag, json: toggle("as JSON, one array") },
  examples: [
    ["status", "every run under results/"],
    ["status quickstart", "one run"],
  ],
  run: async ({ args, flags, terminal, cwd }) => {
    const out = outFolder(cwd, flags.out);
    const { runs, code } = await read(args.run, { cwd, out }, terminal);
    const rows = runs.map(runStatus);
    if (flags.json) terminal.print(JSON.stringify(rows, null, 2));
    else if (rows.length === 0) terminal.note(`no runs in ${out}`);
    else {
      const counts = ["trials", "completed", "diverged", "pruned", "failed", "missing"] as const;
      terminal.print(
        table(
          [
            { title: "run" },
            ...counts.map((title) => ({ title, align: "right" as const })),
            { title: "began", minor: 1 },
          ],
          rows.map((row) => [row.run, ...counts.map((count) => `${row[count]}`), row.created]),
          terminal.width(),
        ),
      );
    }
    return code;
  },
});
