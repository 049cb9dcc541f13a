import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, onTestFinished, vi } from "vitest";
import { runHere } from "../../packages/cli/test/run-here.js";
import { startWords } from "../../scripts/start-words.mjs";
import { actbench } from "../actbench.js";
import { pageBlocks } from "./page-blocks.js";
import type { PageCase } from "./page-case.js";
import { type Ended, runScript } from "./run-script.js";

/** What was done of a page: its command lines, each of which ran or is listed. */
export interface PageRun {
  readonly ran: readonly string[];
  readonly listed: readonly string[];
}

/**
 * Does what a page says, in its order: writes each block that begins with a comment naming a file, runs each line of each
 * `sh` block, and expects exit code 0. The only other changes to a line: `npx --yes pnpm@… actbench` is the built command
 * line, `npx --yes pnpm@… start` what that script calls, `*` is what a shell makes of it.
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

async function runLine(line: string, one: PageCase, cwd: string): Promise<Ended> {
  const meant = Object.entries(one.words?.(cwd) ?? {}).reduce(
    (text, [word, value]) => text.replaceAll(word, value),
    line,
  );
  const env = one.env?.(cwd) ?? {};
  if (line.startsWith("#!")) return runScript(meant, cwd, env);
  const words = meant
    .replace(/^npx --yes pnpm@[\d.]+ /, "")
    .split(/\s+/)
    .filter((word) => word !== "")
    .flatMap((word) => expanded(word, cwd));
  const [program, ...args] = words;
  if (program === "node") {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
    return { code: status, said: `${stdout}${stderr}` };
  }
  const asked = program === "start" ? startWords(args, cwd) : args;
  expect([line, program], "neither actbench nor listed").toEqual([
    line,
    program === "start" ? "start" : "actbench",
  ]);
  const all = [...asked, ...(one.smaller?.[asked[0] ?? ""] ?? [])];
  const { code, stdout, stderr } = one.ended?.includes(line)
    ? await actbench(all, { cwd, env, onStdout: (_, kill) => kill("SIGTERM") })
    : await runHere(all, cwd);
  return { code, said: `${stdout}${stderr}` };
}

/** A word whose last part holds `*`, as a shell expands it. */
function expanded(word: string, cwd: string): readonly string[] {
  if (!word.includes("*")) return [word];
  const folder = dirname(word);
  const [before = "", after = ""] = basename(word).split("*");
  const found = readdirSync(join(cwd, folder)).filter(
    (name) => name.startsWith(before) && name.endsWith(after),
  );
  return found.map((name) => join(folder, name));
}
