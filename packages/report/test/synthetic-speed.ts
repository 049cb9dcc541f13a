import {
  type SpeedLane,
  type SpeedRound,
  type StudyPoint,
  type StudyRecord,
  speedId,
} from "@actbench/core/internal";

const ROUNDS = 16;

/** Made-up rounds around a time, no two alike. */
function rounds(ns: number, salt: number): SpeedRound[] {
  return Array.from({ length: ROUNDS }, (_, round) => {
    const bump = 1 + 0.003 * (((round * 7 + salt * 5) % 11) / 5 - 1);
    return { p50_ns: Number((ns * bump).toPrecision(6)), mad_ns: Number((ns / 150).toPrecision(6)), n: 180 };
  });
}

/** The isolated timing of a made-up study: every activation 4 % slower than the one before. */
export function syntheticSpeed({ points, machine }: Pick<StudyRecord, "points" | "machine">): SpeedLane {
  const firsts = new Map<string, StudyPoint>();
  for (const point of points) {
    const { label = "" } = point.spec.model.activation[0] ?? {};
    if (!firsts.has(label)) firsts.set(label, point);
  }
  const all = [...firsts];
  const subject = ([activation, { spec }]: readonly [string, StudyPoint], i: number, twin = false) => ({
    id: speedId(spec),
    activation,
    twin,
    flat: i !== 3,
    step: rounds(280_000 * 1.04 ** i, twin ? 50 : i),
    forward: rounds(0.08 + 0.3 * i, i),
    backward: rounds(0.1 + 0.25 * i, i + 1),
  });
  const [first] = all;
  if (first === undefined) return lane(machine, []);
  const subjects = [...all.map((one, i) => subject(one, i)), subject(first, 0, true)];
  const others = Array.from({ length: ROUNDS }, () => 0.02);
  return lane(machine, [
    { network: "mnist · 128-64 · batch 64 · sgd", baseline: first[0], others, subjects },
  ]);
}

/** With every key that a lane may have: a page must keep all of them. */
function lane(machine: SpeedLane["machine"], groups: SpeedLane["groups"]): Required<SpeedLane> {
  const created = "2026-03-14T15:29:26.000Z";
  return { format: 1, created, version: "0.1.0", engine: 3, machine, kernels: "256-bit", groups };
}
