import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { ROOT } from "./actbench.js";

it("`./actbench` of a fresh clone installs and builds once, and again what changed", {
  timeout: 600_000,
}, () => {
  const folder = mkdtempSync(join(tmpdir(), "actbench clone "));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const clone = join(folder, "clone");
  execFileSync("git", ["clone", "--quiet", "--depth=1", `file://${ROOT}`, clone]);
  const main = join(clone, "packages/cli/dist/main.bundle.js");
  const version = () => {
    const { status, stdout, stderr } = spawnSync(join(clone, "actbench"), ["--version"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect([status, stdout], stderr).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
    return stderr;
  };
  expect(version()).toMatch(
    /^actbench: installing, once: npx --yes pnpm@[\d.]+ install [\s\S]*actbench: building, once$/m,
  );
  const built = statSync(main).mtimeMs;
  expect([version(), statSync(main).mtimeMs]).toEqual(["", built]);
  const source = join(clone, "packages/cli/src/version.ts");
  utimesSync(source, new Date(), new Date());
  expect(version()).toBe("");
  execFileSync("sh", ["-c", 'printf "\\n// changed\\n" >> "$0"', source]);
  expect([version(), statSync(main).mtimeMs > built]).toEqual(["", true]);
});
