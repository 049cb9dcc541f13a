import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, vi } from "vitest";
import { pageBlocks } from "./page-blocks.js";
import type { PageCase } from "./page-case.js";
import { runLine } from "./run-line.js";

/** What was tested of a page: its command lines, each of which ran or is listed. */
export interface PageRun {
  readonly ran: readonly string[];
  readonly listed: readonly string[];
}

/**
 * Does what a page says, in its order: writes each block that begins with a comment naming a file, runs each
 * line of each `sh` block, and expects exit code 0.
 */
export async function runPage(one: PageCase, cwd: string): Promise<PageRun> {
  for (const [name, value] of Object.entries(one.env?.(cwd) ?? {})) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  await one.prepare?.(cwd);
  const [ran, listed]: [string[], string[]] = [[], []];
  for (const { kind, text, file, lines } of pageBlocks(one.page)) {
    if (file !== undefined && kind !== "sh") writeFileSync(join(cwd, file), text);
    for (const line of lines) {
      if (line in (one.listed ?? {})) {
        listed.push(line);
        continue;
      }
      await one.before?.[line]?.(cwd);
      const { code, said } = await runLine(line, one, cwd);
      expect([line, code], said).toEqual([line, one.codes?.[line] ?? 0]);
      ran.push(line);
    }
  }
  await one.check?.(cwd);
  return { ran, listed };
}
