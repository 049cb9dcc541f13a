import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect } from "vitest";
import { runHere } from "../packages/cli/test/run-here.js";
import { actbench, ROOT } from "./actbench.js";

interface PageRun {
  /** The folder that the page's files are written to and its commands run in. */
  readonly cwd: string;
  /** Its commands run in processes of their own where they need an environment of their own. */
  readonly env?: Readonly<Record<string, string>>;
  /** Settings that make every `actbench run` of the page a matter of a second. */
  readonly smaller?: readonly string[];
}

/**
 * Does what a page of the docs says, in its order: writes each code block that begins with a comment naming a file, runs
 * each line of each `sh` block, and expects exit code 0. Gives the lines that were run.
 */
export async function runPage(page: string, { cwd, env, smaller = [] }: PageRun): Promise<readonly string[]> {
  const text = readFileSync(`${ROOT}${page}`, "utf8");
  const lines: string[] = [];
  for (const [, kind = "", block = ""] of text.matchAll(/```(\w+)\n([\s\S]*?)```/g)) {
    const [, file] = /^(?:#|\/\/) (\S+\.\w+)\n/.exec(block) ?? [];
    if (file !== undefined) writeFileSync(join(cwd, file), block);
    if (kind !== "sh") continue;
    for (const whole of block.trimEnd().split("\n")) {
      const line = whole.replace(/\s+#.*$/, "");
      const [program, ...args] = line.split(" ");
      lines.push(line);
      if (program === "node") {
        const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
        expect([line, status], `${stdout}${stderr}`).toEqual([line, 0]);
        continue;
      }
      expect(program, `${page}: ${line}`).toBe("actbench");
      const words = args.flatMap((word) => expanded(word, cwd));
      const settings = words[0] === "run" ? smaller : [];
      const all = [...words, ...settings];
      const { code, stdout, stderr } =
        env === undefined ? await runHere(all, cwd) : await actbench(all, { cwd, env });
      expect([line, code], `${stdout}${stderr}`).toEqual([line, 0]);
    }
  }
  return lines;
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
