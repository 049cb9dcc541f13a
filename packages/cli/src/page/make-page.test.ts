import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { finishTrials, MANY } from "../../test/many-trials.js";
import { makePage } from "./make-page.js";

const cwd = mkdtempSync(join(tmpdir(), "actbench make page "));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

it("the page of few trials is written directly, in a thread if their journal is long, and is the same", async () => {
  writeFileSync(join(cwd, "few.yaml"), MANY.replace("seeds: 100", "seeds: 2"));
  const folder = await finishTrials(cwd, "few.yaml");
  const shares: number[] = [];
  const made = () =>
    makePage(
      { kind: "own", folder, command: "report", ranks: true },
      {
        note: (text) => expect.fail(text),
        watch: () => ({ onProgress: (share) => shares.push(share), end: () => shares.push(Number.NaN) }),
      },
    );
  const here = await made();
  expect(shares).toEqual([]);
  appendFileSync(join(folder, "journal.jsonl"), "x".repeat(9e6));
  const there = await made();
  expect(shares).toEqual(
    shares
      .slice(0, -1)
      .sort((a, b) => a - b)
      .concat(Number.NaN),
  );
  expect(shares.length).toBeGreaterThan(2);
  expect(there).toEqual({ ...here, looks: [] });
});
