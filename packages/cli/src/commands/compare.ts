import { join, resolve } from "node:path";
import { compareRuns, renderComparison } from "@actbench/report";
import { defineCommand } from "../command/command.js";
import { differenceFlag } from "../command/difference-flag.js";
import { choiceFlag, textFlag, toggle } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { compareWeights, isWeights } from "../compare/compare-weights.js";
import { comparisonText } from "../compare/comparison-text.js";
import { comparisonPage } from "../compare/page-name.js";
import { SORTS } from "../compare/point-rows.js";
import { worseRuns } from "../compare/worse-runs.js";
import { evaluationsJson, evaluationText } from "../evaluate/evaluation-text.js";
import { EXIT } from "../exit-code.js";
import { codeModules } from "../plugins/load-plugins.js";
import { pluginFlag } from "../plugins/plugin-flag.js";
import { damageCode, loadRuns } from "../runs/load-runs.js";
import { outFlag, outFolder } from "../runs/out-flag.js";
import { replaceFile } from "../runs/replace-file.js";
import { shownPath } from "../terminal/shown-path.js";
import { UsageError } from "../usage-error.js";

/** `actbench compare A B [C …]` */
export const compare = defineCommand({
  positionals: {
    a: positional("one", "run: a folder, a report page, or the start of a name under --out"),
    others: positional(
      "some",
      "runs to compare with it, differences are B − A; or .npz and .safetensors files with weights of one of its networks",
    ),
  },
  flags: {
    output: textFlag("output file; default: compare-A-B.html under --out", "FILE", "o"),
    out: outFlag,
    "fail-on": choiceFlag(
      "exit with 1 if a run is worse than A on average over all configurations, or all of it diverged",
      ["worse"],
    ),
    margin: differenceFlag(
      "smallest difference that matters; default: any for better and worse, 0.5pp for equivalent",
    ),
    "only-changed": toggle("show only configurations that are better, worse or diverged at every seed"),
    sort: choiceFlag("order of the configurations; default: as planned", SORTS),
    trial: textFlag(
      "with weights: the trial whose network they are of; default: the run's only one",
      "TRIAL",
    ),
    plugin: pluginFlag,
    json: toggle("print JSON: a list with one object per compared run or file"),
  },
  examples: [
    ["compare quickstart-1a2b quickstart-5e6f", "two runs under results/"],
    ["compare a b c --only-changed --sort effect", "two runs compared with a; only changes, largest first"],
    ["compare quickstart mine.npz --trial 12", "weights trained elsewhere, beside the results of trial 12"],
    ["compare before.html after.html --fail-on worse --margin 0.1pp", "two report pages, in CI"],
  ],
  run: async ({ args, flags, terminal, cwd }) => {
    const out = outFolder(cwd, flags.out);
    if ([args.a, ...args.others].some(isWeights)) {
      const { trial } = flags;
      const idle = (["fail-on", "margin", "only-changed", "sort", "output"] as const).find(
        (flag) => flags[flag] !== undefined && flags[flag] !== false,
      );
      if (idle !== undefined)
        throw new UsageError(
          `--${idle} compares runs, and ${args.others.find(isWeights) ?? args.a} holds weights`,
          `leave --${idle} out; --json prints the results for weights as JSON`,
        );
      const plugins = await codeModules(flags.plugin, cwd);
      const asked = { run: args.a, files: args.others, trial, plugins };
      const evaluations = await compareWeights(asked, { cwd, out }, terminal);
      terminal.print(
        flags.json ? evaluationsJson(evaluations) : evaluationText(evaluations, terminal.columns()),
      );
      return EXIT.ok;
    }
    const needsWeights = flags.trial === undefined ? flags.plugin.length > 0 && "plugin" : "trial";
    if (needsWeights)
      throw new UsageError(`--${needsWeights} needs weights`, "actbench compare RUN FILE.npz --trial TRIAL");
    const [a, ...others] = await loadRuns([args.a, ...args.others], { cwd, out }, terminal);
    if (a === undefined) return EXIT.usage;
    const { margin } = flags;
    const comparisons = compareRuns(a, others, { margin });
    const page = resolve(cwd, flags.output ?? join(out, comparisonPage([a, ...others])));
    if (flags.json) terminal.print(JSON.stringify(comparisons, null, 2));
    else {
      const view = { onlyChanged: flags["only-changed"], sort: flags.sort };
      const texts = comparisons.map((one) => comparisonText(one, view, terminal.width()));
      terminal.print(`${texts.join("\n\n")}\n`);
    }
    // After the table: where the page cannot be written, the answer is not lost.
    replaceFile(page, renderComparison({ a, others, margin }));
    if (!flags.json) terminal.print(`report: ${shownPath(page, cwd)}`);
    if (flags["fail-on"] === "worse" && worseRuns(comparisons).length > 0) return EXIT.verdict;
    return damageCode([a, ...others]);
  },
});
