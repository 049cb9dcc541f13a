import { expect } from "vitest";
import { runHere } from "../../packages/cli/test/run-here.js";
import { pageBlocks } from "./page-blocks.js";
import type { PageCase } from "./page-case.js";

const PAGE = "docs/claims.md";

/** A sweep with claims, one of which fails, so that check exits with 1; the page prints the verdicts. */
export const claims: PageCase = {
  page: PAGE,
  codes: { "actbench check claims": 1, "actbench check claims --fail-on undecided": 1 },
  check: async (cwd) => {
    const { stdout } = await runHere(["check", "claims"], cwd);
    const verdicts = stdout.split("\n").filter((line) => /^(?:pass|fail|undecided) /.test(line));
    const printed = pageBlocks(PAGE).find(({ text }) => text.startsWith("pass "));
    expect(verdicts).toEqual(printed?.text.trimEnd().split("\n"));
    const { stdout: csv } = await runHere(["export", "claims", "--table", "claims", "--format", "csv"], cwd);
    expect(csv).toMatch(/^id,.*,p,p_corrected,.*,test$/m);
  },
};
