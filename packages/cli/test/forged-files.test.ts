import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actbench } from "../../../test/actbench.js";
import { results } from "../../../test/tiny-study.js";
import { forgeValue } from "../../sweep/test/forge-files.js";
import { type SoundRun, soundRun } from "./forged-run.js";
import { runHere } from "./run-here.js";

let sound: SoundRun;
beforeAll(async () => {
  sound = await soundRun();
});
afterAll(() => sound.remove());

const here = (...words: readonly string[]) => runHere(words, sound.cwd);
const again = () => here("run", "s.yaml", "--quiet", "--workers", "1");

type Path = readonly (string | number)[];

/** A value of each line of the journal after its head, what is put in its place, and what is said of it. */
const FORGED_LINES: readonly (readonly [path: Path, forged: unknown, said: string])[] = [
  [["entry"], null, "expected an object, found null"],
  [["entry", "type"], "ended", 'type: expected one of header, finished, reused, found "ended"'],
  [["entry", "record", "status"], "<script>", 'record.status: "<script>" is not a status of a trial'],
  [["entry", "record", "timing"], undefined, "record.timing: expected an object, found nothing"],
  [["entry", "record", "digest"], "0".repeat(32), "curve: its last digest is "],
  [["entry", "summary", "test_accuracy"], 7, "summary.test_accuracy: expected a number from 0 to 1, found 7"],
  [["curve"], "x", "curve: expected a list, found nothing"],
  [["curve", 1], undefined, "curve[1].epoch: expected epoch 1, found 2"],
  [["curve", 2, "test", "accuracy"], 1.5, "curve[2].test.accuracy: expected a number from 0 to 1, found 1.5"],
  [["curve", 0, "units", 1, "dead"], 4, "curve[0].units[1]: a layer of 3 units cannot have more of a kind"],
];

describe("Disk", () => {
  it("a complete line that is not a record of its trial", async () => {
    const run = sound.copy();
    const whole = results(run);
    FORGED_LINES.forEach(([path, forged], i) => {
      forgeValue(run, { file: "journal.jsonl", line: i + 1, path }, forged);
    });
    const { code, stdout, stderr } = await here("status", sound.name, "--json");
    expect(code).toBe(4);
    expect(stderr.trimEnd().split("\n")).toEqual(
      FORGED_LINES.map(([, , said], i) =>
        expect.stringContaining(
          `${sound.name}/journal.jsonl:${i + 2}: this line is damaged: it is complete, but not a record of its trial: ${said}`,
        ),
      ),
    );
    // The rest is used, and what the lines held runs again.
    const missing = FORGED_LINES.length;
    expect(JSON.parse(stdout)).toMatchObject([{ trials: 12, completed: 12 - missing, missing }]);
    expect((await here("report", sound.name)).code).toBe(4);
    const trained = await here("run", "s.yaml", "--workers", "1", "--reporter", "ndjson", "--as-new");
    expect(trained).toMatchObject({ code: 0, stderr: expect.stringContaining("journal.jsonl:2: this line") });
    expect(trained.stdout.split('"type":"finished"').length - 1).toBe(missing);
    expect(results(run)).toEqual(whole);
  });

  describe("a complete lock, plan or list of points with other values", () => {
    it.each<[file: string, path: Path, forged: unknown, said: string]>([
      ["study.lock.yaml", ["machine"], [], "machine: expected an object, found a list"],
      [
        "study.lock.yaml",
        ["data", 0, "class_counts"],
        null,
        "data[0].class_counts: expected a list, found null",
      ],
      [
        "study.lock.yaml",
        ["activations", 0, "tree"],
        ["run", "x"],
        'activations[0].tree: unknown operator "run"',
      ],
      ["study.lock.yaml", ["base", "train.lr"], "1", 'base.train.lr: expected a number ≥ 0, found "1"'],
      [
        "study.lock.yaml",
        ["base", "train.lr"],
        undefined,
        "line 1: set.train.lr: expected a value, found nothing",
      ],
      ["points.jsonl", ["set"], { "__proto__.x": 1 }, "line 2: set.__proto__.x: no setting has such a name"],
      ["points.jsonl", ["settings"], 3, "line 2: settings: expected an object, found 3"],
      ["points.jsonl", [], null, "line 2: expected an object, found null"],
      [
        "plan.jsonl",
        ["id"],
        "../../x",
        'line 2: id: expected an id of 32 hexadecimal digits, found "../../x"',
      ],
      ["plan.jsonl", ["point"], 99, "line 2: point: there are 6 configurations, found 99"],
      ["plan.jsonl", ["trial"], 1, "line 2: trial: another line has it too"],
    ])("%s %j %j", async (file, path, forged, said) => {
      const run = sound.copy();
      const line = file === "study.lock.yaml" ? 0 : 1;
      forgeValue(run, { file, line, path }, forged);
      const { code, stderr } = await here("report", sound.name);
      expect({ code, stderr }).toEqual({ code: 4, stderr: expect.stringContaining(said) });
    });
  });

  it("a whole file that says something else is written anew, and nothing is trained", async () => {
    for (const [file, path] of [
      ["study.lock.yaml", ["machine"]],
      ["study.lock.yaml", ["base", "train.lr"]],
      ["points.jsonl", ["set"]],
      ["plan.jsonl", ["id"]],
    ] as const) {
      forgeValue(sound.copy(), { file, line: 0, path }, undefined);
      const healed = await here("run", "s.yaml", "--workers", "1", "--reporter", "ndjson");
      expect([healed.code, healed.stdout]).toEqual([0, expect.not.stringContaining('"type":"finished"')]);
      expect((await here("report", sound.name)).code).toBe(0);
    }
  });

  describe("a complete file of isolated timing with other values", () => {
    it.each<[line: number, path: Path, forged: unknown, said: string]>([
      [
        0,
        ["machine", "cores"],
        "2",
        "line 1 is not an isolated timing: machine.cores: expected a whole number ≥ 0",
      ],
      [
        1,
        ["subjects", 0, "step"],
        [{}],
        "line 2 is not an isolated timing: subjects[0].step[0].p50_ns: expected",
      ],
    ])("line %i %j", async (line, path, forged, said) => {
      forgeValue(sound.copy(), { file: "speed.jsonl", line, path }, forged);
      const { code, stderr } = await here("report", sound.name);
      expect({ code, stderr }).toEqual({
        code: 4,
        stderr: expect.stringContaining(`speed.jsonl:${line + 1}: ${said}`),
      });
    });
  });

  const FILES = [
    "study.lock.yaml",
    "points.jsonl",
    "plan.jsonl",
    "journal.jsonl",
    "speed.jsonl",
    "looks.jsonl",
  ];
  const KINDS = {
    "a folder": (path: string) => mkdirSync(path),
    "a named pipe": (path: string) => void spawnSync("mkfifo", [path]),
    "a device": (path: string) => symlinkSync("/dev/zero", path),
  };

  it.runIf(process.platform !== "win32")("a folder, a pipe or a device in place of a file", async () => {
    const run = sound.copy();
    const out = join(sound.cwd, "kinds");
    const places = FILES.flatMap((file) =>
      Object.entries(KINDS).map(([kind, make], i) => {
        const folder = join(out, `${file}-${i}`);
        cpSync(run, folder, { recursive: true });
        rmSync(join(folder, file), { force: true });
        make(join(folder, file));
        return { file, kind, path: join(folder, file) };
      }),
    );
    // A separate process, because a process that waits for a pipe cannot notice a timeout.
    const { code, stderr } = await actbench(["status", "--out", out], { cwd: sound.cwd });
    expect(code).toBe(4);
    // A folder without its lock is not a run, so nothing is reported.
    for (const { kind, path } of places)
      expect(stderr).toContain(
        `${path} is ${kind}, where a run has a file; restore the file, or move this away`,
      );
  });

  it
    .runIf(process.platform !== "win32")
    .each<[file: string, kind: keyof typeof KINDS, code: number, said: string]>([
      ["plan.jsonl", "a named pipe", 0, "plan.jsonl is a named pipe"],
      ["points.jsonl", "a folder", 4, "points.jsonl is a folder"],
      ["journal.jsonl", "a named pipe", 4, "journal.jsonl is a named pipe"],
      ["results.csv", "a folder", 4, "results.csv is a folder"],
    ])("a run goes on where it can: %s is %s", async (file, kind, code, said) => {
    const path = join(sound.copy(), file);
    rmSync(path, { force: true });
    KINDS[kind](path);
    const found = await actbench(["run", "s.yaml", "--quiet", "--workers", "1"], { cwd: sound.cwd });
    expect(found).toMatchObject({ code, stderr: expect.stringContaining(said) });
    if (kind !== "a folder") rmSync(path);
    else rmSync(path, { recursive: true });
    expect((await again()).code).toBe(0);
  });

  it("something else in place of the folder of checkpoints", async () => {
    const path = join(sound.copy(), "checkpoints");
    writeFileSync(path, "mine");
    expect(await again()).toMatchObject({
      code: 4,
      stderr: expect.stringContaining(`${path} is not a folder, where a run has one; move it away`),
    });
    expect(readFileSync(path, "utf8")).toBe("mine");
  });
});
