import { expect } from "vitest";
import { temporaryFolder } from "../actbench.js";
import { pageBlocks } from "./page-blocks.js";
import type { PageCase } from "./page-case.js";
import { runPage } from "./run-page.js";

/** Does what a page says; each of its command lines must have run or be listed, and nothing else may be. */
export async function checkPage(one: PageCase): Promise<void> {
  const { ran, listed } = await runPage(one, temporaryFolder());
  const all = pageBlocks(one.page).flatMap(({ lines }) => lines);
  expect([...ran, ...listed].sort()).toEqual([...all].sort());
  expect([...listed].sort()).toEqual(Object.keys(one.listed ?? {}).sort());
}

/** Milliseconds: a page is some twenty commands. */
export const PAGE_TIMEOUT = 180_000;
