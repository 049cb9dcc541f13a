import { describe, expect, it } from "vitest";
import { generatedData } from "../../test/generated-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import { findActivation } from "../activation/find-activation.js";
import type { ModelSpec } from "../contract/spec.js";
import { activationRules } from "../network/activation-rules.js";
import { Network } from "../network/network.js";
import { rowSource } from "../network/row-source.js";
import { TrialStates } from "../replay/trial-states.js";
import { inputMapOf } from "./input-map.js";
import { inputStatistics, mappedMoment } from "./input-statistics.js";
import { startNetwork } from "./start-network.js";

const data = generatedData({ kind: "u8", inputs: 90, classes: 10, trainRows: 64, testRows: 0, density: 0.6 });
const rows = Uint32Array.from({ length: 64 }, (_, row) => row);

function started(name: string, model: Partial<ModelSpec>): Network {
  const activation = findActivation(name);
  if (!activation) throw new Error(`no ${name}`);
  const own = activationSpec(activation);
  const spec = trialSpec({ hidden: [300, 300, 300], activation: own, numerics: "strict", model });
  const inputMap = inputMapOf(spec.dataset, data, () => inputStatistics(data, rows));
  const rules = [0, 1, 2].map(() => activationRules(own));
  const network = new Network({ spec, data, inputMap, rules });
  const inputMoment = () => mappedMoment(inputStatistics(data, rows), inputMap);
  startNetwork(network, spec, [inputMoment, ...rules.map(({ secondMoment }) => secondMoment)]);
  network.evaluate(rowSource(data), rows);
  return network;
}

/** Mean square of each layer's pre-activations over the rows. */
function moments(network: Network): number[] {
  return network.layout.layers.map((layer) => {
    const columns = layer.pieces * layer.units;
    let sum = 0;
    for (let row = 0; row < rows.length; row++)
      for (let unit = 0; unit < columns; unit++) {
        const column = Math.floor(unit / layer.units) * layer.paddedUnits + (unit % layer.units);
        sum += (network.f32[(layer.z + row * layer.strideZ) / 4 + column] as number) ** 2;
      }
    return sum / (rows.length * columns);
  });
}

describe("startNetwork", () => {
  it.each(["relu", "gelu", "tanh", "sigmoid", "elu", "maxout"])(
    "auto gives pre-activations of second moment 1 in every hidden layer of %s",
    (name) => {
      // Widths of 300 and rows that resemble each other: a few parts in ten of chance.
      for (const moment of moments(started(name, { init: "auto" })).slice(0, -1))
        expect(Math.abs(moment - 1)).toBeLessThan(0.3);
    },
  );

  it("he behind sigmoid does not, so that the test above tells", () => {
    expect(moments(started("sigmoid", { init: "he_normal" }))[2]).toBeLessThan(0.7);
  });

  it("draws the output layer by its own name: another depth leaves its weights as they were", () => {
    const weights = (hidden: readonly number[]) => {
      const relu = findActivation("relu");
      if (!relu) throw new Error("no relu");
      const spec = trialSpec({
        hidden,
        activation: activationSpec(relu),
        numerics: "strict",
        dataset: { train: 64 },
      });
      return new Map(new TrialStates(spec, data).at(0).map(({ name, digest }) => [name, digest]));
    };
    const [shallow, deep] = [weights([12, 12]), weights([12, 12, 12])];
    for (const name of ["layer 1 weights", "layer 2 weights", "output weights"])
      expect(deep.get(name)).toBe(shallow.get(name));
    expect(deep.get("layer 3 weights")).not.toBe(deep.get("layer 2 weights"));
  });

  it("adds drawn biases to bias_init in hidden layers, and to 0 in the output layer", () => {
    const biases = (bias_init: number): number[][] => {
      const network = started("relu", { init: "torch_default", bias_init });
      return network.layout.layers.map(({ bias, units }) => [
        ...network.f32.subarray(bias / 4, bias / 4 + units),
      ]);
    };
    const [drawn, shifted] = [biases(0), biases(2)];
    drawn.forEach((layer, index) => {
      expect(new Set(layer).size).toBe(layer.length);
      layer.forEach((bias, unit) => {
        expect(shifted[index]?.[unit]).toBeCloseTo(bias + (index < 3 ? 2 : 0), 6);
      });
    });
  });
});
