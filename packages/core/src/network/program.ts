import { ModuleBuilder } from "../wasm/module.js";
import { f64, i32 } from "../wasm/scalar.js";
import { BackwardPass } from "./backward-pass.js";
import { ForwardPass } from "./forward-pass.js";
import type { ProgramInput } from "./program-input.js";

/**
 * Generates the module of one trial, its sizes as constants. Exports:
 * `step(rows) → summed loss`: one step from the batch in memory · `forward(rows)`, `backward(rows)`,
 * `finish()`: the same in parts, to be timed · `evaluate(rows)`: adds loss and correct answers to the totals
 * · `probe(rows, goes on)`: the same, and unit statistics, which go on from the last block or begin ·
 * `survey(rows, layers)`: the slopes of units alone, of the first `layers` hidden layers · `derive()`:
 * transposed weights · under `measure.gradients`, `gradient(rows)`: the gradient of the batch in memory,
 * kept, and no update. Where an activation is code, imports `code(layer, rows, with slopes)`, which writes
 * its numbers beside the pre-activations.
 */
export function generateProgram(input: ProgramInput): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder();
  const { totals } = input.layout;
  const callsCode = input.layout.layers.some(({ formulas }) => formulas?.given !== undefined);
  const code = callsCode ? module.import("code", { params: ["i32", "i32", "i32"] }) : undefined;
  const forward = new ForwardPass(module, input, code);
  const backward = new BackwardPass(module, input, "update");
  const parts = {
    forward: module.define("forward", { params: ["i32"] }, (f) => {
      f.store(i32.const(totals), f64.const(0));
      f.store(i32.const(totals), i32.const(0), 8);
      forward.write(f, "train");
    }),
    backward: module.define("backward", { params: ["i32"] }, (f) => backward.write(f)),
    finish: module.define("finish", { params: [] }, (f) => backward.finish(f)),
  };
  const step = module.define("step", { params: ["i32"], result: "f64" }, (f) => {
    f.call(parts.forward, f.param(0));
    f.call(parts.backward, f.param(0));
    f.call(parts.finish);
    f.result(f64.load(i32.const(totals)));
  });
  for (const [name, index] of Object.entries({ ...parts, step })) module.export(name, index);
  const evaluate = module.define("evaluate", { params: ["i32"] }, (f) => forward.write(f, "evaluate"));
  module.export("evaluate", evaluate);
  const probe = module.define("probe", { params: ["i32", "i32"] }, (f) => forward.write(f, "probe"));
  module.export("probe", probe);
  const survey = module.define("survey", { params: ["i32", "i32"] }, (f) => forward.survey(f));
  module.export("survey", survey);
  if (input.spec.measure.gradients)
    module.export(
      "gradient",
      module.define("gradient", { params: ["i32"] }, (f) => {
        forward.write(f, "train");
        new BackwardPass(module, input, "measure").write(f);
      }),
    );
  module.export(
    "derive",
    module.define("derive", { params: [] }, (f) => backward.transposeAll(f)),
  );
  return module.encode();
}
