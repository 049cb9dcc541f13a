import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { parse } from "yaml";
import { runHere } from "../../packages/cli/test/run-here.js";
import { pageBlocks } from "./page-blocks.js";
import type { PageCase } from "./page-case.js";
import { runLine } from "./run-line.js";

const PAGE = "docs/claims.md";

/** A sweep with claims, one of which fails, so that check exits with 1; the page prints the verdicts. */
export const claims: PageCase = {
  page: PAGE,
  codes: {
    "actbench check claims": 1,
    "actbench check claims --fail-on undecided": 1,
    "actbench check claims --reporter junit --fail-on undecided > claims.xml": 1,
  },
  check: async (cwd) => {
    const { stdout } = await runHere(["check", "claims"], cwd);
    const verdicts = stdout.split("\n").filter((line) => /^(?:pass|fail|undecided) /.test(line));
    const printed = pageBlocks(PAGE).find(({ text }) => text.startsWith("pass "));
    expect(verdicts).toEqual(printed?.text.trimEnd().split("\n"));
    expect(readFileSync(join(cwd, "claims.xml"), "utf8")).toContain(
      'tests="4" failures="1" errors="0" skipped="0"',
    );
    await workflow(cwd);
    const { stdout: csv } = await runHere(["export", "claims", "--table", "claims", "--format", "csv"], cwd);
    expect(csv).toMatch(/^id,.*,p,p_corrected,.*,test$/m);
  },
};

interface Workflow {
  readonly jobs: { readonly claims: { readonly steps: readonly { readonly run?: string }[] } };
}

/** The steps of the workflow, in a checkout of its own. */
async function workflow(cwd: string): Promise<void> {
  const checkout = join(cwd, "checkout");
  mkdirSync(checkout);
  copyFileSync(join(cwd, "claims.yaml"), join(checkout, "claims.yaml"));
  const { jobs } = parse(readFileSync(join(cwd, "workflow.yaml"), "utf8")) as Workflow;
  const lines = jobs.claims.steps.flatMap(
    ({ run }) => run?.replace("./actbench/actbench", "./actbench") ?? [],
  );
  const smaller: PageCase = { page: PAGE, smaller: { run: ["epochs=1"] } };
  const ended = [];
  for (const line of lines) ended.push(await runLine(line, smaller, checkout));
  expect(ended.map(({ code }) => code)).toEqual([0, 1]);
  expect(ended[1]?.said).toMatch(/^::error title=\w+%3A gelu-is-better::/m);
}
