import { judgeRunClaims } from "@actbench/report";
import { claimsJson } from "../claims/claims-json.js";
import { claimsText } from "../claims/claims-text.js";
import { defineCommand } from "../command/command.js";
import { choiceFlag } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { EXIT } from "../exit-code.js";
import { damageCode, loadRun } from "../runs/load-runs.js";
import { lookAt } from "../runs/look-at.js";
import { outFlag, outFolder } from "../runs/out-flag.js";
import { oneLine } from "../terminal/own-codes.js";
import { UsageError } from "../usage-error.js";

/** `actbench check RUN` */
export const check = defineCommand({
  positionals: { run: positional("one", "run: a folder, a report page, or the start of a name under --out") },
  flags: {
    "fail-on": choiceFlag("exit 1 also when a claim is undecided", ["undecided"]),
    reporter: choiceFlag("what stdout gets; default: text", ["default", "json"]),
    out: outFlag,
  },
  examples: [
    ["check smooth-vs-relu", "each claim with its numbers"],
    ["check page.html --reporter json --fail-on undecided", "for a CI that takes no maybe"],
  ],
  run: async ({ args, flags, terminal, cwd }) => {
    const loaded = await loadRun(args.run, { cwd, out: outFolder(cwd, flags.out) }, terminal);
    if (loaded.study.claims.length === 0)
      throw new UsageError(
        `${oneLine(loaded.study.name)} makes no claim, so there is nothing to check`,
        "add claims: to its sweep file and run it again; finished trials are kept",
      );
    const run = lookAt(loaded, { command: "check", note: terminal.note });
    const judged = judgeRunClaims(run);
    terminal.print(flags.reporter === "json" ? claimsJson(run, judged) : claimsText(run, judged));
    const failing = flags["fail-on"] === "undecided" ? ["fail", "undecided"] : ["fail"];
    return judged.claims.some(({ verdict }) => failing.includes(verdict))
      ? EXIT.verdict
      : damageCode([loaded]);
  },
});
