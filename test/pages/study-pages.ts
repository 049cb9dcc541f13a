import { readdirSync } from "node:fs";
import { ROOT } from "../actbench.js";
import { pageBlocks } from "./page-blocks.js";
import type { PageCase } from "./page-case.js";

const folder = `${ROOT}docs/studies`;

/**
 * The pages of the studies: each repeats its run, which takes minutes; CI trains one trial of each instead.
 */
export const studyPages: readonly PageCase[] = readdirSync(folder)
  .filter((file) => file.endsWith(".md"))
  .map((file) => `docs/studies/${file}`)
  .map((page) => ({
    page,
    listed: Object.fromEntries(
      pageBlocks(page)
        .flatMap(({ lines }) => lines)
        .map((line) => [
          line,
          "minutes of training; docs.test.ts asserts the name, and CI trains a trial of each",
        ]),
    ),
  }));
