import { mergeRuns } from "@actbench/sweep";
import { defineCommand } from "../command/command.js";
import { positional } from "../command/positional.js";
import { EXIT } from "../exit-code.js";
import { PageInterrupted } from "../page/make-page.js";
import { pageHost } from "../page/page-host.js";
import { findRun } from "../runs/find-run.js";
import { outFlag, outFolder } from "../runs/out-flag.js";
import { writeReport } from "../runs/write-report.js";
import { plural } from "../terminal/plural.js";
import { shownPath } from "../terminal/shown-path.js";

/** `actbench merge RUN … --out DIR` */
export const merge = defineCommand({
  positionals: { runs: positional("some", "the shards: folders, or starts of names under --out") },
  flags: { out: outFlag },
  examples: [
    ["merge shards/*", "write results/<name>-<hash>/, the same run as without shards"],
    ["merge a/study-*-shard-1-of-2 b/study-*-shard-2-of-2 --out all", "from two places into a third"],
  ],
  run: async ({ args, flags, terminal, cwd }) => {
    const out = outFolder(cwd, flags.out);
    const folders = args.runs.map((name) => findRun(name, { cwd, out }));
    const { folder, shards, trials, notices } = mergeRuns(folders, out);
    for (const notice of notices) terminal.note(notice);
    terminal.print(`${plural(shards, "shard")}, ${plural(trials, "trial")}: ${shownPath(folder, cwd)}`);
    try {
      const { path } = await writeReport({ folder, command: "merge" }, pageHost(terminal));
      terminal.print(`report: ${shownPath(path, cwd)}`);
      return EXIT.ok;
    } catch (error) {
      if (error instanceof PageInterrupted) return EXIT.interrupted;
      throw error;
    }
  },
});
