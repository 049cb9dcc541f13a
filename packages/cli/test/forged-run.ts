import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeRunSpeed } from "@actbench/sweep";
import { vi } from "vitest";
import { runHere } from "./run-here.js";

/** Nearly everything that a run's files can say, in 12 trials of two epochs. */
const SWEEP = `name: forged
dataset: { name: two_moons, train: 64, validation: 32, normalize: standardize }
model: { hidden: [4, 3] }
train: { epochs: 2 }
measure: { gradients: true, forensics: true, dead_units: { every: 1 } }
parameters: { activation: [relu, prelu, { name: leaky_relu, alpha: [0.1] }], lr: [0.1, 0.2] }
seeds: 2
baseline: { activation: relu }
stats: { target_accuracy: 0.5, looks: 2, equivalent_within: 0.01 }
claims:
  - { id: one, compare: { activation: [prelu, relu] }, metric: validation_accuracy, expect: better }
  - { id: two, where: { activation: relu }, metric: dead_rate, expect: "< 0.5" }
`;

/** A finished run, to be copied and forged. */
export interface SoundRun {
  readonly cwd: string;
  /** The name of its folder. */
  readonly name: string;
  /** Puts a fresh copy of it under `results`, in place of an earlier one; gives its folder. */
  copy(): string;
  remove(): void;
}

/** Trains it, and another one next to it for comparison. */
export async function soundRun(): Promise<SoundRun> {
  const cwd = mkdtempSync(join(tmpdir(), "actbench forged "));
  vi.stubEnv("ACTBENCH_CACHE", join(cwd, "cache"));
  writeFileSync(join(cwd, "s.yaml"), SWEEP);
  const train = (...words: readonly string[]) =>
    runHere(["run", "s.yaml", "--quiet", "--workers", "1", ...words], cwd);
  await train("--out", "sound");
  await train("name=other");
  const [name = ""] = readdirSync(join(cwd, "sound"));
  const sound = join(cwd, "sound", name);
  writeRunSpeed(sound, SPEED);
  const run = join(cwd, "results", name);
  return {
    cwd,
    name,
    copy: () => {
      rmSync(run, { recursive: true, force: true });
      cpSync(sound, run, { recursive: true });
      return run;
    },
    remove: () => {
      vi.unstubAllEnvs();
      rmSync(cwd, { recursive: true, force: true });
    },
  };
}

const ROUNDS = [{ p50_ns: 100, mad_ns: 1, n: 10 }];
const SPEED: Parameters<typeof writeRunSpeed>[1] = {
  format: 1,
  created: "2026-01-01T00:00:00.000Z",
  version: "0.1.0",
  engine: 4,
  machine: {
    cpu: "x",
    cores: 2,
    memory_bytes: 1e9,
    os: "linux",
    arch: "x64",
    node: "20",
    v8: "11",
    fma: true,
  },
  groups: [
    {
      network: "two_moons · 4-3",
      baseline: "relu",
      others: [0],
      subjects: [{ id: "s", activation: "relu", twin: false, flat: true, step: ROUNDS, forward: ROUNDS }],
    },
  ],
};
