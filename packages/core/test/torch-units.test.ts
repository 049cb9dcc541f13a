import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { activationSpec } from "../src/activation/activation-spec.js";
import { findActivation } from "../src/activation/find-activation.js";
import type { UnitDetails } from "../src/contract/record.js";
import { isInState } from "../src/contract/unit-state.js";
import { activationRules } from "../src/network/activation-rules.js";
import { Network } from "../src/network/network.js";
import { writeLayer } from "../src/network/weights.js";
import { countUnits, unitDetails } from "../src/trial/count-units.js";
import { trialSpec } from "./trial-spec.js";

interface Fixtures {
  readonly torch: string;
  readonly widths: readonly number[];
  readonly bytes: readonly (readonly number[])[];
  readonly weights: readonly (readonly (readonly number[])[])[];
  readonly biases: readonly (readonly number[])[];
  readonly cases: readonly {
    readonly name: string;
    readonly layers: readonly (Omit<UnitDetails, "activity"> & {
      readonly dead: readonly boolean[];
      readonly inactive: readonly boolean[];
    })[];
  }[];
}

const fixtures: Fixtures = JSON.parse(
  readFileSync(new URL("fixtures/torch-units.json", import.meta.url), "utf8"),
);
/** Six digits are kept of f32 arithmetic over two layers, beside f64; relative to the number or to 1. */
const TOLERANCE = 2e-5;

/** What the engine measures of the fixture's network and data. */
function measured(name: string) {
  const definition = findActivation(name);
  if (!definition) throw new Error(`no ${name}`);
  const activation = activationSpec(definition);
  const [inputs = 0, ...widths] = fixtures.widths;
  const spec = trialSpec({ hidden: widths.slice(0, -1), activation, numerics: "strict" });
  const stride = Math.ceil(inputs / 4) * 4;
  const data = { kind: "u8", inputs, classes: widths.at(-1) ?? 0, stride, density: 1 } as const;
  const rules = spec.model.activation.map((activation) => activationRules(activation));
  const network = new Network({ spec, data, inputMap: { divisor: 255, factor: 1, shift: 0 }, rules });
  network.layout.layers.forEach((layer, l) => {
    const weights = Float64Array.from((fixtures.weights[l] ?? []).flat());
    writeLayer(network, layer, weights, Float64Array.from(fixtures.biases[l] ?? []));
  });
  network.derive();
  const bytes = new Uint8Array(stride * fixtures.bytes.length);
  fixtures.bytes.forEach((row, r) => {
    bytes.set(row, r * stride);
  });
  const labels = new Uint16Array(fixtures.bytes.length);
  const order = Uint32Array.from(labels, (_, row) => row);
  const statistics = network.unitStatistics();
  network.evaluate({ words: new Int32Array(bytes.buffer), labels, stride }, order, statistics);
  return statistics.map((layer) => ({
    units: countUnits(layer, activationRules(activation).supSlope),
    details: unitDetails(layer),
  }));
}

it.each(fixtures.cases)(
  `$name: dead and inactive units are PyTorch ${fixtures.torch}'s, unit by unit`,
  (own) => {
    measured(own.name).forEach(({ units, details }, l) => {
      const want = own.layers[l] ?? expect.fail();
      const inState = (state: "dead" | "inactive"): boolean[] =>
        want[state].map((_, unit) => isInState(units.states, unit, state));
      expect(inState("dead"), `dead, layer ${l + 1}`).toEqual(want.dead);
      expect(inState("inactive"), `inactive, layer ${l + 1}`).toEqual(want.inactive);
      for (const number of ["max_slope", "z_mean", "z_variance", "a_mean", "a_variance"] as const)
        details[number].forEach((value, unit) => {
          const other = want[number][unit] ?? Number.NaN;
          expect(Math.abs((value ?? Number.NaN) - other), `${number} ${l + 1}:${unit + 1}`).toBeLessThan(
            TOLERANCE * (1 + Math.abs(other)),
          );
        });
    });
  },
);

it("the fixture holds dead units that are not inactive, and inactive ones that are not dead", () => {
  const of = (name: string) => fixtures.cases.find((own) => own.name === name)?.layers ?? [];
  expect(of("hardtanh").some(({ dead, inactive }) => dead.some((is, unit) => is && !inactive[unit]))).toBe(
    true,
  );
  expect(of("leaky_relu").some(({ dead, inactive }) => inactive.some((is, unit) => is && !dead[unit]))).toBe(
    true,
  );
});
