import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { actbench, temporaryFolder } from "./actbench.js";
import { TINY, writeSweep } from "./tiny-study.js";

/** Homes that are none, each with what the system says of it. */
const HOMES: readonly (readonly [code: string, make: (path: string) => void])[] = [
  ["ENOTDIR", (path) => writeFileSync(path, "")],
  ["ELOOP", (path) => symlinkSync(path, path)],
  // Nothing is closed to the superuser.
  ...(process.getuid?.() === 0
    ? []
    : [
        [
          "EACCES",
          (path: string) => {
            mkdirSync(path);
            chmodSync(path, 0o000);
          },
        ] as const,
      ]),
];

it.each(HOMES)("a cache that cannot be read, %s: said once, and all else works", async (code, make) => {
  const cwd = temporaryFolder();
  const home = join(cwd, "home");
  make(home);
  const env = { HOME: home, XDG_CACHE_HOME: "", ACTBENCH_CACHE: "" };
  const fault = `the cache ${join(home, ".cache", "actbench")} cannot be read (${code})`;
  const config = writeSweep(cwd, TINY);
  const ran = await actbench(["run", config, "seeds=1", "--quiet"], { cwd, env });
  expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining(fault) });
  expect(ran.stderr.split(fault)).toHaveLength(2);
  const listed = await actbench(["datasets", "list"], { cwd, env });
  expect(listed).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("iris"),
    stderr: expect.stringContaining(fault),
  });
  const info = await actbench(["datasets", "info", "mine"], { cwd, env });
  // Or its folder could not be removed.
  if (code === "EACCES") chmodSync(home, 0o700);
  expect(info).toMatchObject({ code: 2, stderr: expect.stringContaining(fault) });
});
