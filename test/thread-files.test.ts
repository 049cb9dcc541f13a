import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./actbench.js";

interface ThreadFile {
  readonly name: string;
  readonly source: string;
  readonly file: string;
}

/** The built files that threads start from, by what names them. */
const FILES = readdirSync(join(ROOT, "packages")).flatMap((name): readonly ThreadFile[] => {
  const folder = join(ROOT, "packages", name);
  return readdirSync(join(folder, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap((file) => {
      const source = join(folder, "src", file);
      const text = readFileSync(source, "utf8");
      return Array.from(text.matchAll(/new URL\("(?:\.\.\/)+(dist\/[^"]+)"/g), ([, built = ""]) => ({
        name,
        source: `packages/${name}/src/${file}`,
        file: built,
      }));
    });
});

/** Whether a file of `dist` itself is one of a pattern with stars for parts of names. */
function isMatch(file: string, pattern: string): boolean {
  const [before = "", ...rest] = pattern.split("*");
  if (rest.length === 0) return file === pattern;
  const isThere = file.startsWith(before) && file.endsWith(rest.join("*"));
  return isThere && !file.slice(before.length).includes("/");
}

it("finds them: of trials, the speed lane, plugins and pages", () => {
  expect(FILES.length).toBeGreaterThanOrEqual(4);
});

it.each(FILES)("$source starts a thread from $file, which is built and published", ({ name, file }) => {
  const folder = join(ROOT, "packages", name);
  const { files } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly files: readonly string[];
  };
  expect(existsSync(join(folder, file))).toBe(true);
  // What is in `dist` and not in a package starts here and nowhere else.
  expect(files.some((pattern) => isMatch(file, pattern))).toBe(true);
});
