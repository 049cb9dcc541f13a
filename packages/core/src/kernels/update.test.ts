import { expect, it } from "vitest";
import { FLOATS_AT, runKernel } from "../../test/run-kernel.js";
import { OPTIMIZER_ENTRIES, type Optimizer } from "../optimizer/optimizers.js";
import { vec } from "../wasm/vector.js";
import { update } from "./update.js";

const STATE = 64;
const SMALLEST_NORMAL = 1.1754943508222875e-38;

function updated(optimizer: Optimizer, state: number, gradient: number): Float32Array {
  const rule = {
    optimizer,
    momentum: 0.9,
    beta1: 0.9,
    beta2: 0.999,
    epsilon: 1e-8,
    weight_decay: 0,
    numerics: "strict",
    hyper: 0,
    stateBytes: STATE,
  } as const;
  const memory = runKernel(["i32"], (f) => update(f, rule, f.param(0), 0, [f.let(vec.const(gradient))]));
  const at = FLOATS_AT / 4;
  memory.f32.fill(state, at + STATE / 4, at + STATE / 4 + 4);
  memory.f32.fill(state, at + STATE / 2, at + STATE / 2 + 4);
  memory.run(FLOATS_AT);
  return memory.f32.slice(at + STATE / 4, at + STATE / 4 + 4);
}

it.each(OPTIMIZER_ENTRIES.filter(({ states }) => states > 0).map(({ name }) => name))(
  "%s: a moment that falls below the normal numbers becomes 0, others and NaN stay",
  (name) => {
    expect([...updated(name, SMALLEST_NORMAL / 2, 0)]).toEqual([0, 0, 0, 0]);
    expect(updated(name, SMALLEST_NORMAL * 4, 0)[0]).toBeGreaterThan(SMALLEST_NORMAL);
    expect(updated(name, Number.NaN, 0)[0]).toBeNaN();
    expect(updated(name, 0, Number.NaN)[0]).toBeNaN();
  },
);
