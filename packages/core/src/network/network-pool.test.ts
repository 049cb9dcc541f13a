import { expect, it } from "vitest";
import { trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import { findActivation } from "../activation/find-activation.js";
import { activationRules } from "./activation-rules.js";
import type { NetworkInput } from "./compile-network.js";
import { Network } from "./network.js";
import { returnNetwork, takeNetwork } from "./network-pool.js";

const data = { kind: "u8", inputs: 20, classes: 3, stride: 20, density: 0.2 } as const;

function input(name: string, batch_size = 8): NetworkInput {
  const activation = findActivation(name);
  if (activation === undefined) throw new Error(`no ${name}`);
  const spec = trialSpec({
    hidden: [10, 6],
    activation: activationSpec(activation),
    numerics: "strict",
    model: { normalization: "batch" },
    train: { optimizer: "adam", batch_size },
  });
  const rules = spec.model.activation.map((own) => activationRules(own));
  return { spec, data, inputMap: { divisor: 255, factor: 1, shift: 0 }, rules };
}

it("a network that is used again is as a new one: nothing of the last trial is left in its memory", () => {
  const used = takeNetwork(input("prelu"));
  used.i32.fill(-1);
  returnNetwork(used);
  const again = takeNetwork(input("prelu"));
  expect(again).toBe(used);
  expect(
    Buffer.from(again.memory.buffer).equals(Buffer.from(new Network(input("prelu")).memory.buffer)),
  ).toBe(true);
});

it("a network in use is given to nobody else, nor one of other code", () => {
  const first = takeNetwork(input("elu"));
  expect(takeNetwork(input("elu"))).not.toBe(first);
  returnNetwork(first);
  expect(takeNetwork(input("tanh"))).not.toBe(first);
  expect(takeNetwork(input("elu", 9))).not.toBe(first);
  expect(takeNetwork(input("elu"))).toBe(first);
  expect(takeNetwork(input("elu"))).not.toBe(first);
});
