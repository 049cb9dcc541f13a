import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { runHere } from "../../packages/cli/test/run-here.js";
import { ROOT } from "../actbench.js";
import { pageBlocks } from "./page-blocks.js";
import type { PageCase } from "./page-case.js";

const PAGE = "docs/tutorial.md";

const verdicts = (text: string): readonly string[] => text.match(/^(?:pass|fail|undecided) .*$/gm) ?? [];

/**
 * A question, a first look, more seeds, a table and a sentence: the page prints the numbers that come out.
 */
export const tutorial: PageCase = {
  page: PAGE,
  before: {
    "actbench plan tutorial.yaml": async (cwd) => {
      const { stdout } = await runHere(["plan", "tutorial.yaml"], cwd);
      expect(stdout).toContain("7.56");
    },
    "actbench run tutorial.yaml --seeds 8": async (cwd) =>
      expect(verdicts((await runHere(["check", "tutorial"], cwd)).stdout)).toEqual(printed(0)),
  },
  check: async (cwd) => {
    const { stdout } = await runHere(["check", "tutorial"], cwd);
    expect(verdicts(stdout)).toEqual(printed(1));
    const text = readFileSync(`${ROOT}${PAGE}`, "utf8").replaceAll(/\s+/g, " ");
    const latex = readFileSync(join(cwd, "effects.tex"), "utf8").replaceAll("$-$", "−");
    for (const [, activation = "", difference = ""] of text.matchAll(
      /\| (gelu|sigmoid) +\| ([+−][\d.]+ \[[^\]]+\]) \|/g,
    ))
      expect(latex).toContain(`${activation} & relu & own best & test accuracy & 8 & ${difference}`);
    for (const number of ["+0.14 pp", "[+0.03, +0.25]", "−8.32 pp [−9.61, −7.03]"])
      expect([number, text.split(number).length > 1]).toEqual([number, true]);
  },
};

function printed(at: number): readonly string[] {
  const blocks = pageBlocks(PAGE).filter(({ kind }) => kind === "");
  return verdicts(blocks[at]?.text ?? "");
}
