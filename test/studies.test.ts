import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ENGINE } from "../packages/core/src/contract/spec.js";
import { configDigest } from "../scripts/studies/config-digest.mjs";
import { retrain } from "../scripts/studies/retrain.mjs";
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
  expect([status, stdout]).toEqual([0, expect.stringMatching(/ends in its digest|not retrained/)]);
});

it("records of another engine fail, with the command that makes them anew", async () => {
  const head = { engine: ENGINE - 1, numerics: "strict", form: "quick" } as const;
  expect(await retrain({ name: "maxout" }, { head, records: [] })).toEqual({
    passed: false,
    outcome: `its records are of engine ${ENGINE - 1}, this one is ${ENGINE}; run it again: pnpm studies -- maxout --quick`,
  });
});

it("an unknown study or flag is named", () => {
  expect(studies("maxuot")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("there is no study maxuot"),
  });
  expect(studies("--fast").stderr).toBe("unknown flag --fast\n");
});

it("records outlive a change of claims and seeds, and no other change of their sweep file", () => {
  const text = readFileSync(`${ROOT}configs/studies/maxout.yaml`, "utf8");
  const digest = configDigest(text, []);
  expect(configDigest(text.replace("seeds: 10", "seeds: 20").replace(/claims:[\s\S]*/, ""), [])).toBe(digest);
  expect(configDigest(text.replace("epochs: 5", "epochs: 6"), [])).not.toBe(digest);
  expect(configDigest(text, ["train.epochs=2"])).not.toBe(digest);
});
