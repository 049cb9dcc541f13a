import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SpeedLane } from "@actbench/core/internal";
import { expect, test } from "vitest";
import { freshFolder } from "../../test/run-folder.js";
import { readRunSpeed, readSpeedFile, SpeedFileError, writeSpeedFile } from "./speed-file.js";

const rounds = [{ p50_ns: 1200, mad_ns: 8, n: 100 }];
/** With every key that a lane may have. */
const LANE: Required<SpeedLane> = {
  format: 1,
  created: "2026-01-01T00:00:00.000Z",
  version: "0.1.0",
  engine: 4,
  machine: {
    cpu: "Example CPU",
    cores: 2,
    memory_bytes: 8e9,
    os: "linux 6.1",
    arch: "x64",
    node: "24.1.0",
    v8: "13.6",
    fma: true,
  },
  kernels: "256-bit",
  groups: [
    {
      network: "iris · 8",
      baseline: "relu",
      others: [0.1],
      subjects: [
        {
          id: "a",
          activation: "relu",
          twin: false,
          flat: true,
          step: rounds,
          forward: rounds,
          backward: rounds,
        },
        { id: "a", activation: "relu", twin: true, flat: true, step: rounds },
      ],
    },
  ],
};

test("a speed lane is read as it was written, and without what older files lack", () => {
  const path = join(freshFolder(), "speed.jsonl");
  writeSpeedFile(path, LANE);
  expect(readSpeedFile(path)).toEqual(LANE);
  const { kernels: _, ...older } = LANE;
  writeSpeedFile(path, older);
  expect(readSpeedFile(path)).toEqual(older);
});

test("a damaged line is named, and of a run it is a problem", () => {
  const folder = freshFolder();
  const path = join(folder, "speed.jsonl");
  expect(readRunSpeed(folder)).toEqual({ problems: [] });
  writeSpeedFile(path, LANE);
  appendFileSync(path, '{"network":"iris');
  expect(() => readSpeedFile(path)).toThrow(SpeedFileError);
  writeFileSync(path, readFileSync(path, "utf8").replace('"p50_ns":1200', '"p50_ns":"fast"'));
  expect(readRunSpeed(folder).problems).toMatchObject([{ file: "speed.jsonl", kind: "damaged" }]);
});
