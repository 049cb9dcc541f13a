import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ROOT } from "./actbench.js";

const studies = (...words: string[]) =>
  spawnSync(process.execPath, ["scripts/studies.mjs", ...words], { cwd: ROOT, encoding: "utf8" });

it("the pages of the studies are what their records say", () => {
  const { status, stderr } = studies("--check");
  expect([status, stderr]).toEqual([0, ""]);
  expect(readFileSync(`${ROOT}docs/studies/README.md`, "utf8")).toContain("[dead-relu-causes]");
});

it("one trial of a study, trained again, ends in the digest that was recorded", () => {
  // CI trains one of each: pnpm studies -- --retrain
  const { status, stdout } = studies("--retrain", "maxout");
  expect([status, stdout]).toEqual([0, expect.stringMatching(/ends in its digest|no fused multiply-add/)]);
});

it("an unknown study or flag is named", () => {
  expect(studies("maxuot")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("there is no study maxuot"),
  });
  expect(studies("--fast").stderr).toBe("unknown flag --fast\n");
});
