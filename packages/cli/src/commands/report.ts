import { join, resolve } from "node:path";
import { renderReport } from "@actbench/report";
import { RUN_FILES } from "@actbench/sweep";
import { defineCommand } from "../command/command.js";
import { textFlag } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { isPage } from "../runs/find-run.js";
import { damageCode, loadRuns } from "../runs/load-runs.js";
import { outFlag, outFolder } from "../runs/out-flag.js";
import { replaceFile } from "../runs/replace-file.js";
import { shownPath } from "../terminal/shown-path.js";
import { UsageError } from "../usage-error.js";

/** `actbench report RUN … [-o FILE]` */
export const report = defineCommand({
  name: "report",
  summary: "Write the HTML report of a run again, or one page over several runs",
  positionals: { runs: positional("some", "runs: folders, report pages, or starts of names under --out") },
  flags: { output: textFlag("the page to write; default: the run's report.html", "FILE", "o"), out: outFlag },
  examples: [
    ["report quickstart", "results/quickstart-…/report.html, from the run's journal"],
    ["report results/a-1a2b3c4d results/b-5e6f7a8b -o both.html", "one page over two runs"],
  ],
  run: async ({ args, flags, terminal, cwd }) => {
    const out = outFolder(cwd, flags.out);
    const runs = await loadRuns(args.runs, { cwd, out }, terminal);
    const [first, ...others] = runs;
    const own = first === undefined || others.length > 0 || isPage(first.path) ? undefined : first.path;
    const page = flags.output ?? (own === undefined ? undefined : join(own, RUN_FILES.report));
    if (page === undefined) throw new UsageError("where should the page go?", "name it: -o FILE");
    const file = resolve(cwd, page);
    replaceFile(file, renderReport({ runs }));
    terminal.print(shownPath(file, cwd));
    return damageCode(runs);
  },
});
