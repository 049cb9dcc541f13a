import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DAMAGED, goOn, goOnFromPrefix, wholeRun } from "../../test/damaged-run.js";
import { HOST } from "../../test/run-folder.js";
import { encodeLine } from "../journal/journal-line.js";
import { openRun } from "./open-run.js";

describe("Disk", () => {
  it("Torn last line", async () => {
    const run = await wholeRun();
    const { problems, trained, journal } = await goOn(run, run.journal.subarray(0, -20));
    expect([problems, trained]).toEqual([[`torn ${run.lines.length}`], 1]);
    expect(journal.equals(run.journal)).toBe(true);
  });

  it("torn middle line", async () => {
    const run = await wholeRun();
    const torn = run.lines.with(3, run.lines[3]?.subarray(0, 50) ?? Buffer.of());
    // Without its line feed it takes the next record with it.
    expect(await goOn(run, Buffer.concat(torn))).toMatchObject({ problems: ["damaged 4"], trained: 2 });
    const ended = torn.toSpliced(4, 0, Buffer.from("\n"));
    expect(await goOn(run, Buffer.concat(ended))).toMatchObject({ problems: ["damaged 4"], trained: 1 });
  });

  it("NUL tail", async () => {
    const run = await wholeRun();
    const tail = Buffer.concat([...run.lines.slice(0, -1), Buffer.alloc(4096)]);
    const { problems, trained, journal } = await goOn(run, tail);
    expect([problems, trained]).toEqual([[`torn ${run.lines.length}`], 1]);
    expect(journal.equals(run.journal)).toBe(true);
  });

  it("doubled line", async () => {
    const run = await wholeRun();
    const doubled = Buffer.concat([...run.lines.slice(0, 4), ...run.lines.slice(2)]);
    expect(await goOn(run, doubled)).toMatchObject({ problems: ["doubled 5", "doubled 6"], trained: 0 });
  });

  it("lines of two writers mixed", async () => {
    const run = await wholeRun();
    const [head = Buffer.of(), a = Buffer.of(), b = Buffer.of(), ...rest] = run.lines;
    // Halves of lines in turn: both records are lost, and found out.
    const halves = [a.subarray(0, 60), b.subarray(0, 70), a.subarray(60), b.subarray(70)];
    const torn = await goOn(run, Buffer.concat([head, ...halves, ...rest]));
    expect(torn).toMatchObject({ problems: ["damaged 2", "damaged 3"], trained: 2 });
    // Whole lines in turn, of two that counted on their own: every record is used.
    const whole = await goOn(run, Buffer.concat(run.lines.flatMap((line) => [line, line])));
    expect(whole.trained).toBe(0);
    expect(whole.problems).toHaveLength(run.lines.length);
  });

  it("A journal of a newer version", async () => {
    const run = await wholeRun();
    const path = join(run.folder, "journal.jsonl");
    const newer = encodeLine(0, { type: "header", format: 99, study: DAMAGED.hash });
    const journal = Buffer.concat([newer, ...run.lines.slice(1)]);
    writeFileSync(path, journal);
    await expect(openRun(run.out, DAMAGED, HOST)).rejects.toMatchObject({
      code: "run_newer",
      message: `${path} has format 99, written by a newer actbench; read it with that one`,
    });
    // It is refused, not repaired.
    expect(readFileSync(path).equals(journal)).toBe(true);
    expect(existsSync(join(run.folder, "run.lock"))).toBe(false);
  });
});

describe("Process and worker", () => {
  it("SIGKILL at every journal byte offset (every prefix of a journal loads and ends in the same final bytes)", async () => {
    const run = await wholeRun();
    let end = 0;
    // Around every line's end and a prime apart between them; every one of them in `pnpm test:chaos`.
    for (const line of run.lines) {
      for (let bytes = end; bytes < end + line.length; bytes++)
        if ((bytes - end) % 397 < 2 || bytes >= end + line.length - 2) await goOnFromPrefix(run, bytes);
      end += line.length;
    }
  });
});
