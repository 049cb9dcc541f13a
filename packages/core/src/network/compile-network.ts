import { readsNoise } from "../formula/tree.js";
import type { InputMap } from "../kernels/inputs.js";
import { type LanePlan, lanePlan } from "../kernels/lane-plan.js";
import { type DataShape, isSparse } from "./data-shape.js";
import type { NetworkLayout } from "./layout.js";
import { type NetworkSpec, networkSpec } from "./network-spec.js";
import { planLayout } from "./plan-layout.js";
import { generateProgram } from "./program.js";
import type { ActivationRules } from "./rules.js";

export interface NetworkInput {
  readonly spec: NetworkSpec;
  readonly data: DataShape;
  readonly inputMap: InputMap;
  /** One per hidden layer. */
  readonly rules: readonly ActivationRules[];
}

/** A network's memory plan and code; both are the same for every seed, learning rate and initializer. */
export interface CompiledNetwork {
  readonly layout: NetworkLayout;
  readonly module: WebAssembly.Module;
  /** Batches are loaded as lists of non-zero bytes. */
  readonly listed: boolean;
}

/** The last networks compiled here: a study trains each of its networks on many seeds. Oldest use first. */
const known = new Map<string, CompiledNetwork>();
const KNOWN_AT_MOST = 16;

/** Whether the first layer works on lists, and nothing reads the bytes themselves. */
function isListed({ spec, data, inputMap }: NetworkInput): boolean {
  return isSparse(data, inputMap, spec.model.input_dropout) && spec.train.target !== "input";
}

/**
 * Plans and compiles a network, or finds the one compiled before: a tiny network's start-up is all
 * compilation.
 */
export function compileNetwork(input: NetworkInput): CompiledNetwork {
  const { data, inputMap, rules } = input;
  const { dropout, input_dropout, alpha_dropout } = input.spec.model;
  const draws =
    dropout + input_dropout + alpha_dropout > 0 || rules.some(({ formulas }) => readsNoise(formulas.value));
  const spec = networkSpec(input.spec, { draws });
  const distinct = [...new Set(rules)];
  const shape: DataShape = {
    kind: data.kind,
    inputs: data.inputs,
    classes: data.classes,
    stride: data.stride,
    density: data.density,
    ...(data.targets === undefined ? {} : { targets: { names: data.targets.names } }),
    ...(data.listed && isListed(input) ? { listed: true } : {}),
  };
  const lanes = lanePlan();
  const key = JSON.stringify([
    lanes,
    spec,
    shape,
    inputMap,
    distinct,
    rules.map((rule) => distinct.indexOf(rule)),
  ]);
  const compiled = known.get(key) ?? compile({ spec, data: shape, inputMap, rules }, lanes);
  known.delete(key);
  known.set(key, compiled);
  const [oldest] = known.keys();
  if (known.size > KNOWN_AT_MOST && oldest !== undefined) known.delete(oldest);
  return compiled;
}

function compile({ spec, data, inputMap, rules }: NetworkInput, lanes: LanePlan): CompiledNetwork {
  const layout = planLayout({ spec, data, inputMap, formulas: rules.map(({ formulas }) => formulas) });
  const live = rules.map((rule) => rule.live);
  const bytes = generateProgram({ spec, data, layout, inputMap, lanes, live });
  return { layout, module: new WebAssembly.Module(bytes), listed: data.listed === true };
}
