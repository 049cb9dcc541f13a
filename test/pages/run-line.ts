import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
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
 * what that script calls, `*` is what a shell makes of it.
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
    .split(/\s+/)
    .filter((word) => word !== "")
    .flatMap((word) => expanded(word, cwd));
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
