import { appendFileSync } from "node:fs";
import { type JudgedClaim, judgeRunClaims, type Run, type RunClaims } from "@actbench/report";
import { claimsGithub } from "../claims/claims-github.js";
import { claimsJson } from "../claims/claims-json.js";
import { claimsJunit } from "../claims/claims-junit.js";
import { claimsText } from "../claims/claims-text.js";
import { defineCommand } from "../command/command.js";
import { choiceFlag } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { EXIT } from "../exit-code.js";
import { exportText } from "../export/export-text.js";
import { damageCode, loadRun } from "../runs/load-runs.js";
import { lookAt } from "../runs/look-at.js";
import { outFlag, outFolder } from "../runs/out-flag.js";
import { oneLine } from "../terminal/own-codes.js";
import { UsageError } from "../usage-error.js";

type Failing = readonly JudgedClaim["verdict"][];

const REPORTS: Readonly<
  Record<"default" | "json" | "github" | "junit", (run: Run, judged: RunClaims, failing: Failing) => string>
> = {
  default: claimsText,
  json: claimsJson,
  github: (_, judged, failing) => claimsGithub(judged, failing),
  junit: claimsJunit,
};

/** `actbench check RUN` */
export const check = defineCommand({
  positionals: { run: positional("one", "run: a folder, a report page, or the start of a name under --out") },
  flags: {
    "fail-on": choiceFlag("exit with 1 also if a claim is inconclusive", ["undecided"]),
    reporter: choiceFlag("output format; github prints annotations; default: text", [
      "default",
      "json",
      "github",
      "junit",
    ]),
    out: outFlag,
  },
  examples: [
    ["check smooth-vs-relu", "each claim with its numbers"],
    ["check smooth-vs-relu --fail-on undecided --reporter github", "a step of a GitHub workflow"],
    ["check page.html --reporter junit > claims.xml", "test results for other CI systems"],
  ],
  run: async ({ args, flags, terminal, cwd }) => {
    const loaded = await loadRun(args.run, { cwd, out: outFolder(cwd, flags.out) }, terminal);
    if (loaded.study.claims.length === 0)
      throw new UsageError(
        `${oneLine(loaded.study.name)} has no claims, so there is nothing to check`,
        "add claims: to its sweep file and run it again; finished trials are kept",
      );
    const run = lookAt(loaded, { command: "check", note: terminal.note });
    const judged = judgeRunClaims(run);
    const failing: Failing = flags["fail-on"] === "undecided" ? ["fail", "undecided"] : ["fail"];
    terminal.print(REPORTS[flags.reporter ?? "default"](run, judged, failing));
    if (flags.reporter === "github") addJobSummary(run);
    return judged.claims.some(({ verdict }) => failing.includes(verdict))
      ? EXIT.verdict
      : damageCode([loaded]);
  },
});

/** Appends the table of claims to the summary of the GitHub job that this runs in, if it runs in one. */
function addJobSummary(run: Run): void {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (file !== undefined && file !== "") appendFileSync(file, `${exportText(run, "claims", "markdown")}\n`);
}
