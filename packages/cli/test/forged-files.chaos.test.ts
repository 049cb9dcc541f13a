import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "../../../test/faults/seeded-random.js";
import { onlyRun, results } from "../../../test/tiny-study.js";
import { forgeValue, placesOf } from "../../sweep/test/forge-files.js";
import { type SoundRun, soundRun } from "./forged-run.js";
import { runHere } from "./run-here.js";

const VALUES: readonly unknown[] = [
  ...[undefined, null, true, -1, 0.5, 1e308, 2 ** 53 - 1, "", "x", "__proto__"],
  ...[[], {}, [[]], [null], [{}], { a: { b: 1 } }],
];
const LINES = [
  "status RUN",
  "report RUN",
  "report RUN -o page.html",
  "show 1 --run RUN",
  "compare RUN other",
  "check RUN",
  "export RUN",
  "export RUN --table effects --format jsonl",
  "run s.yaml --quiet --workers 1",
];
const FORGERIES = 300;
/** On a machine that is busy with the rest of the suite. */
const LONGEST_MS = 20_000;

let sound: SoundRun;
beforeAll(async () => {
  sound = await soundRun();
});
afterAll(() => sound.remove());

/** More epochs in three trials than are looked at when a run is opened. */
const LONG = `name: long
dataset: { name: two_moons, train: 16, validation: 8, normalize: standardize }
model: { hidden: [2] }
train: { epochs: 7000, batch_size: 16 }
measure: { dead_units: false }
parameters: { activation: [relu] }
seeds: 4
`;

it("a curve of a large run that is none is found when it is read: reported, shown without, trained again", async () => {
  const { cwd } = sound;
  writeFileSync(join(cwd, "long.yaml"), LONG);
  const run = (...words: readonly string[]) =>
    runHere(["run", "long.yaml", "--out", "large", "--workers", "1", ...words], cwd);
  expect((await run("--quiet")).code).toBe(0);
  const folder = onlyRun(cwd, "large");
  const whole = results(folder);
  forgeValue(folder, { file: "journal.jsonl", line: 4, path: ["curve", 6999, "test", "accuracy"] }, "1");
  const place =
    /long-\w+\/journal\.jsonl:5: this line is damaged: .*curve\[6999\]\.test\.accuracy: expected a number from 0 to 1, found "1"; its trial is shown without a curve/;
  // Nothing is read that is not needed.
  expect(await runHere(["status", "--out", "large"], cwd)).toMatchObject({ code: 0, stderr: "" });
  for (const words of [
    ["report", folder],
    ["show", "4", "--run", folder],
    ["export", folder, "-o", "long.csv"],
  ])
    expect(await runHere([...words, "--out", "large"], cwd)).toMatchObject({
      code: 4,
      stderr: expect.stringMatching(place),
    });
  const again = await run("--reporter", "ndjson");
  expect(again).toMatchObject({ code: 0, stderr: expect.stringMatching(place) });
  expect(again.stderr).toContain("1 trial without a curve: training again");
  expect(again.stdout.split('"type":"finished"').length - 1).toBe(1);
  expect(results(folder)).toEqual(whole);
  expect(await runHere(["report", folder], cwd)).toMatchObject({ code: 0 });
});

describe("a run's files that are whole and hold anything", () => {
  it(`${FORGERIES} forgeries end no command in a fault of ours, and none takes long`, async () => {
    const random = seededRandom("forged files");
    const one = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
    const places = placesOf(sound.copy());
    // As many in a short file as in a long one.
    const files = [...new Set(places.map(({ file }) => file))];
    const codes = new Map<number, number>();
    for (let i = 0; i < FORGERIES; i++) {
      const file = one(files);
      const place = one(places.filter((own) => own.file === file));
      const value = one(VALUES);
      for (const line of [one(LINES), one(LINES)]) {
        forgeValue(sound.copy(), place, value);
        const before = performance.now();
        const { code, stderr } = await runHere(line.replace("RUN", sound.name).split(" "), sound.cwd);
        const what = `${line} of ${JSON.stringify(place)} = ${JSON.stringify(value)}: ${code}, ${stderr}`;
        expect([0, 4], what).toContain(code);
        expect(stderr, what).not.toContain("bug in actbench");
        expect(performance.now() - before, what).toBeLessThan(LONGEST_MS);
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }
    }
    console.info(`commands by exit code: ${JSON.stringify([...codes])}`);
  });
});
