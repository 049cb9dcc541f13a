import { expect, it } from "vitest";
import { generatedData } from "../../test/generated-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import { activationSpec } from "../activation/activation-spec.js";
import { findActivation } from "../activation/find-activation.js";
import type { TrialSpec } from "../contract/spec.js";
import { activationRules } from "./activation-rules.js";
import { compileNetwork } from "./compile-network.js";

const data = generatedData({ kind: "u8", inputs: 8, classes: 2, trainRows: 8, testRows: 0, density: 1 });

function spec(name: string, changes: Pick<Partial<TrialSpec>, "seed"> = {}): TrialSpec {
  const definition = findActivation(name);
  if (!definition) throw new Error(`no ${name}`);
  const own = trialSpec({ hidden: [4, 4], activation: activationSpec(definition), numerics: "strict" });
  return { ...own, ...changes };
}

const moduleOf = (own: TrialSpec): WebAssembly.Module =>
  compileNetwork({
    spec: own,
    data,
    inputMap: { divisor: 255, factor: 1, shift: 0 },
    rules: own.model.activation.map((activation) => activationRules(activation)),
  }).module;

it("one network of a study is compiled once, whatever its seed, learning rate and initializer", () => {
  const base = spec("relu");
  const first = moduleOf(base);
  expect(moduleOf(spec("relu", { seed: 7 }))).toBe(first);
  expect(moduleOf({ ...base, train: { ...base.train, lr: 0.3, epochs: 9 } })).toBe(first);
  expect(moduleOf({ ...base, model: { ...base.model, init: "orthogonal", bias_init: 1 } })).toBe(first);
});

it("another activation, optimizer or width is another network; with draws, so is another seed", () => {
  const base = spec("relu");
  const first = moduleOf(base);
  expect(moduleOf(spec("elu"))).not.toBe(first);
  expect(moduleOf({ ...base, train: { ...base.train, optimizer: "adam" } })).not.toBe(first);
  expect(moduleOf({ ...base, model: { ...base.model, hidden: [4, 5] } })).not.toBe(first);
  const noisy = moduleOf(spec("rrelu"));
  expect(moduleOf(spec("rrelu", { seed: 1 }))).not.toBe(noisy);
  const dropped = { ...base, model: { ...base.model, dropout: 0.5 } };
  expect(moduleOf({ ...dropped, seed: 1 })).not.toBe(moduleOf(dropped));
});
