import { join, resolve } from "node:path";
import { compareRuns, renderComparison } from "@actbench/report";
import { defineCommand } from "../command/command.js";
import { choiceFlag, textFlag, toggle } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { EXIT } from "../exit-code.js";
import { comparisonText } from "../runs/comparison-text.js";
import { isWorse } from "../runs/is-worse.js";
import { damageCode, type LoadedRun, loadRun } from "../runs/load-runs.js";
import { outFlag, outFolder } from "../runs/out-flag.js";
import { replaceFile } from "../runs/replace-file.js";
import { shownPath } from "../terminal/shown-path.js";

/** `actbench compare A B` */
export const compare = defineCommand({
  name: "compare",
  summary: "Two runs side by side: points matched by their settings, trials by seed; a table and a page",
  positionals: {
    a: positional("one", "run: a folder, a report page, or the start of a name under --out"),
    b: positional("one", "the run that is held against it; differences are B − A"),
  },
  flags: {
    output: textFlag("the page to write; default: compare-A-B.html under --out", "FILE", "o"),
    out: outFlag,
    "fail-on": choiceFlag("exit 1 when B is worse: the whole interval of the mean difference", ["worse"]),
    json: toggle("as JSON, one object"),
  },
  examples: [
    ["compare quickstart-1a2b quickstart-5e6f", "two runs under results/"],
    ["compare before.html after.html -o diff.html --fail-on worse", "two report pages, with a verdict"],
  ],
  run: async ({ args, flags, terminal, cwd }) => {
    const out = outFolder(cwd, flags.out);
    const a = await loadRun(args.a, { cwd, out }, terminal);
    const b = await loadRun(args.b, { cwd, out }, terminal);
    const comparison = compareRuns(a, b);
    const page = resolve(cwd, flags.output ?? join(out, `compare-${folderName(a)}-${folderName(b)}.html`));
    replaceFile(page, renderComparison({ a, b }));
    if (flags.json) terminal.print(JSON.stringify(comparison, null, 2));
    else terminal.print(`${comparisonText(comparison)}\nreport: ${shownPath(page, cwd)}`);
    if (flags["fail-on"] === "worse" && isWorse(comparison)) return EXIT.verdict;
    return damageCode([a, b]);
  },
});

function folderName({ study }: LoadedRun): string {
  return `${study.name}-${study.hash.slice(0, 8)}`;
}
