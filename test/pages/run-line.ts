import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect } from "vitest";
import { runHere } from "../../packages/cli/test/run-here.js";
import { startWords } from "../../scripts/start-words.mjs";
import { actbench } from "../actbench.js";
import type { PageCase } from "./page-case.js";
import { type Ended, runScript } from "./run-script.js";

/**
 * Runs a command line of a page, in this process unless another is requested. The only changes to it beside
 * those of the page's case: `./actbench` is the command line of this repository, `npx --yes pnpm@… start`
 * what that script calls, `*`, quotes and `> FILE` are what a shell makes of them.
 */
export async function runLine(line: string, one: PageCase, cwd: string): Promise<Ended> {
  const meant = Object.entries(one.words?.(cwd) ?? {}).reduce(
    (text, [word, value]) => text.replaceAll(word, value),
    line,
  );
  const env = one.env?.(cwd) ?? {};
  if (line.startsWith("#!")) return runScript(meant, cwd, env);
  const words = meant
    .replace(/^npx --yes pnpm@[\d.]+ /, "")
    .split(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .filter((word) => word !== "")
    .flatMap((word) => (/^".*"$/.test(word) ? word.slice(1, -1) : expanded(word, cwd)));
  const [called, ...args] = words;
  const program = called === "./actbench" ? "actbench" : called;
  if (program === "node") {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
    return { code: status, said: `${stdout}${stderr}` };
  }
  const asked = program === "start" ? startWords(args, cwd) : args;
  expect([line, program], "neither actbench nor listed").toEqual([
    line,
    program === "start" ? "start" : "actbench",
  ]);
  const [own, file] = redirected(asked);
  const all = [...own, ...(one.smaller?.[own[0] ?? ""] ?? [])];
  const { code, stdout, stderr } = one.ended?.includes(line)
    ? await actbench(all, { cwd, env, onStdout: (_, kill) => kill("SIGTERM") })
    : await runHere(all, cwd);
  if (file !== undefined) writeFileSync(join(cwd, file), stdout);
  return { code, said: `${stdout}${stderr}` };
}

/** The words before `>`, and the file that stands behind it. */
function redirected(words: readonly string[]): readonly [words: readonly string[], file: string | undefined] {
  const at = words.indexOf(">");
  return at === -1 ? [words, undefined] : [words.slice(0, at), words[at + 1]];
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
