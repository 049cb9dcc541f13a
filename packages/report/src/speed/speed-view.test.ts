import type { SpeedGroup, SpeedRound, SpeedSubject } from "@actbench/core/internal";
import { describe, expect, it } from "vitest";
import { viewSpeed } from "./speed-view.js";

const ROUNDS = 16;
/** A fixed bumpy sequence around 1, so that no two rounds are equal. */
const bump = (round: number, seed: number) => 1 + 0.004 * (((round * 7 + seed * 5) % 11) / 5 - 1);
const rounds = (ns: number, seed: number, drift = 0): SpeedRound[] =>
  Array.from({ length: ROUNDS }, (_, round) => ({
    p50_ns: ns * bump(round, seed) * (1 + drift * round),
    mad_ns: ns / 100,
    n: 100,
  }));
const subject = (activation: string, step: SpeedRound[], twin = false): SpeedSubject => ({
  id: activation,
  activation,
  twin,
  flat: true,
  step,
});
const group = (subjects: readonly SpeedSubject[], busy = 0): SpeedGroup => ({
  network: "mnist",
  baseline: "relu",
  others: Array.from({ length: ROUNDS }, () => busy),
  subjects,
});
const pair = [subject("relu", rounds(1000, 1)), subject("relu", rounds(1000, 2), true)];
const verdicts = (one: SpeedGroup) =>
  Object.fromEntries(
    viewSpeed(one, 0.95).lines.map(({ activation, figures }) => [activation, figures.step?.verdict]),
  );

describe("viewSpeed", () => {
  it("tells apart what the noise floor lets it, fastest first", () => {
    const one = group([
      ...pair,
      subject("tanh", rounds(1200, 3)),
      subject("elu", rounds(1003, 4)),
      subject("lin", rounds(900, 5)),
    ]);
    const { lines, floors } = viewSpeed(one, 0.95);
    expect(lines.map(({ activation }) => activation)).toEqual(["lin", "relu", "elu", "tanh"]);
    expect(verdicts(one)).toEqual({ lin: "faster", relu: "baseline", elu: "undecided", tanh: "slower" });
    expect(floors.step).toBe(0.01);
    const tanh = lines[3]?.figures.step;
    expect(tanh?.n).toBe(ROUNDS);
    expect(tanh?.ratio).toBeCloseTo(1.2, 2);
    expect(tanh?.ratioInterval.low).toBeLessThan(tanh?.ratio ?? 0);
  });

  it("a drift of the machine that hits all alike changes no ratio", () => {
    const drifting = group([
      subject("relu", rounds(1000, 1, 0.1)),
      subject("relu", rounds(1000, 2, 0.1), true),
      subject("tanh", rounds(1200, 3, 0.1)),
    ]);
    const ratio = (one: SpeedGroup) => viewSpeed(one, 0.95).lines.at(-1)?.figures.step?.ratio;
    expect(ratio(drifting)).toBeCloseTo(ratio(group([...pair, subject("tanh", rounds(1200, 3))])) ?? 0, 10);
  });

  it("two threads of the same that are apart raise the floor for all", () => {
    const one = group([
      pair[0] as SpeedSubject,
      subject("relu", rounds(1150, 2), true),
      subject("tanh", rounds(1200, 3)),
    ]);
    expect(viewSpeed(one, 0.95).floors.step).toBeGreaterThan(0.14);
    expect(verdicts(one)).toEqual({ relu: "baseline", tanh: "undecided" });
  });

  it("on a loaded machine nothing is decided", () => {
    const one = group([...pair, subject("tanh", rounds(2000, 3))], 0.6);
    expect(viewSpeed(one, 0.95)).toMatchObject({ loaded: true, others: 0.6 });
    expect(verdicts(one)).toEqual({ relu: "baseline", tanh: "undecided" });
  });

  it("the same figures in any order of the networks", () => {
    const all = [...pair, subject("tanh", rounds(1200, 3)), subject("elu", rounds(1100, 4))];
    expect(viewSpeed(group(all.toReversed()), 0.95)).toEqual(viewSpeed(group(all), 0.95));
  });
});
