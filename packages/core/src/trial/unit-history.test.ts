import { expect, it } from "vitest";
import { DIES_AT, dyingUnit, REVIVES_AT, STEPS } from "../../test/dying-unit.js";
import type { LayerUnits } from "../contract/record.js";
import { isInState } from "../contract/unit-state.js";
import { runTrial } from "./run-trial.js";
import { UnitHistory } from "./unit-history.js";

it("unit 3 of the constructed network dies at update 17 and comes back at update 40", () => {
  const { spec, data, start } = dyingUnit({ dead_units: true, every: 1, probe: "train" });
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
});

it("tells a birth, which comes first, from a revival, which comes after a death", () => {
  const history = new UnitHistory();
  const layer = { units: 3, dead: 0, inactive: 0, saturated: 0, zero_fraction: 0 };
  const changes = ["110", "010", "011", "110", "000"].map((states) => {
    const [{ births, deaths, revivals } = layer as LayerUnits] = history.next([{ ...layer, states }]);
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
