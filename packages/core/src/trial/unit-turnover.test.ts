import { expect, it } from "vitest";
import { DIES_AT, dyingUnit, REVIVES_AT, STEPS } from "../../test/dying-unit.js";
import type { LayerUnits } from "../contract/record.js";
import { isInState } from "../contract/unit-state.js";
import { runTrial } from "./run-trial.js";
import { UnitTurnover } from "./unit-turnover.js";

it("unit 3 of the constructed network dies at update 17 and comes back at update 40", () => {
  const { spec, data, start } = dyingUnit({ dead_units: true, every: 1, probe: "train", turnover: true });
  const record = runTrial(spec, data, { now: () => 0 }, { from: start });
  if (record.status !== "completed") throw new Error(record.status);
  expect(record.probe_n).toBe(STEPS);
  const [born, end] = record.curve;
  const states = [born, ...(end?.probes ?? []), end].map((at) => at?.units?.[1]);
  const dead = states.flatMap((layer, step) => (isInState(layer?.states ?? "", 2, "dead") ? [step] : []));
  expect(dead).toEqual(Array.from({ length: REVIVES_AT - DIES_AT }, (_, i) => DIES_AT + i));
  const changed = states.flatMap((layer, step) =>
    layer && (layer.births || layer.deaths || layer.revivals)
      ? [[step, layer.births, layer.deaths, layer.revivals]]
      : [],
  );
  expect(changed).toEqual([
    [DIES_AT, 0, 1, 0],
    [REVIVES_AT, 0, 0, 1],
  ]);
  // Units 1 and 4 are born dead and stay so.
  expect(states.map((layer) => layer?.dead)).toEqual(states.map((_, step) => (dead.includes(step) ? 3 : 2)));
  expect(born?.units?.[1]?.deaths).toBeUndefined();
  // What happened over the whole training. Units 1 and 4 are dead for all of it.
  expect(states.at(-1)).toMatchObject({
    born_dead: 2,
    born_late: 0,
    died: 1,
    revived: 1,
    dead: 2,
    longest_dead: STEPS,
  });
  expect(born?.units?.[1]).toMatchObject({ born_dead: 2, longest_dead: 0 });
  expect(born?.units?.[1]).not.toHaveProperty("died");
});

it("tells a birth, which comes first, from a revival, which comes after a death", () => {
  const history = new UnitTurnover(false);
  const layer = { units: 3, dead: 0, inactive: 0, saturated: 0, zero_fraction: 0 };
  const changes = ["110", "010", "011", "110", "000"].map((states) => {
    const [{ births, deaths, revivals } = layer as LayerUnits] = history.next([{ ...layer, states }], 0);
    return [births, deaths, revivals];
  });
  expect(changes).toEqual([
    [undefined, undefined, undefined],
    [1, 0, 0],
    [0, 1, 0],
    [0, 1, 1],
    [1, 0, 1],
  ]);
});

it("counts over the whole training each unit once, and its longest time dead, in updates", () => {
  const layer = { units: 4, dead: 0, inactive: 0, saturated: 0, zero_fraction: 0 };
  const follow = (history: UnitTurnover, probes: readonly (readonly [number, string])[]) =>
    probes.map(([step, states]) => {
      const [{ born_dead, born_late, died, revived, longest_dead } = layer as LayerUnits] = history.next(
        [{ ...layer, states }],
        step,
      );
      return [born_dead, born_late, died, revived, longest_dead];
    });
  // The first unit dies twice, the second comes alive late and then dies, the third is born dead for good,
  // the fourth lives.
  const probes = [
    [0, "0110"],
    [10, "1110"],
    [30, "0010"],
    [40, "1010"],
    [50, "1110"],
    [90, "0110"],
  ] as const;
  const whole = follow(new UnitTurnover(true), probes);
  expect(whole).toEqual([
    [2, undefined, undefined, undefined, 0],
    [2, 0, 1, 0, 10],
    [2, 1, 1, 1, 30],
    [2, 1, 1, 1, 40],
    [2, 1, 2, 1, 50],
    [2, 1, 2, 1, 90],
  ]);
  // Continued after a pause.
  const resumed = new UnitTurnover(true);
  const of = ([step, states]: readonly [number, string]) => ({
    step,
    score: {},
    units: [{ ...layer, states }],
  });
  const [first, second, third, ...rest] = probes;
  resumed.restore([{ ...of(first) }, { ...of(third), probes: [of(second)] }], [of(rest[0])]);
  expect(follow(resumed, rest.slice(1))).toEqual(whole.slice(4));
  const once = follow(new UnitTurnover(true), [
    [0, "0000"],
    [10, "1000"],
    [25, "0000"],
    [90, "0000"],
  ]);
  expect(once.map(([, , , , longest]) => longest)).toEqual([undefined, 0, 15, 15]);
  const never = follow(new UnitTurnover(true), [
    [0, "0000"],
    [5, "0000"],
  ]);
  expect(never).toEqual([
    [0, undefined, undefined, undefined, undefined],
    [0, 0, 0, 0, undefined],
  ]);
});
