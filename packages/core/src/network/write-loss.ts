import { meanSquaredError } from "../kernels/mean-squared-error.js";
import { reconstructionError } from "../kernels/reconstruction-error.js";
import { softmaxCrossEntropy } from "../kernels/softmax-cross-entropy.js";
import { targetError } from "../kernels/target-error.js";
import { type TaskName, taskOf } from "../task/tasks.js";
import type { FunctionBuilder } from "../wasm/function.js";
import type { ModuleBuilder } from "../wasm/module.js";
import { i32 } from "../wasm/scalar.js";
import type { LayerLayout, NetworkLayout } from "./layout.js";
import type { ProgramInput } from "./program-input.js";

type Mode = "train" | "evaluate";

/**
 * Writes the call of a task's loss: from the outputs of the batch in memory to its sum, in training also to
 * their gradient.
 */
export function writeLoss(module: ModuleBuilder, input: ProgramInput, f: FunctionBuilder, mode: Mode): void {
  const { layout, spec } = input;
  const out = layout.layers[layout.layers.length - 1] as LayerLayout;
  const task = taskOf(spec.train).name;
  const kernel = module.shared(`loss ${mode}`, { params: ["i32", "i32", "i32"] }, (g) => {
    switch (task) {
      case "classification":
        classLoss(input, out, g, mode);
        break;
      case "regression":
        numberLoss(input, out, g, mode);
        break;
      case "reconstruction":
        inputLoss(input, out, g, mode);
        break;
      default:
        task satisfies never;
    }
  });
  f.call(kernel, i32.const(out.z), i32.const(comparedWith(layout, task)), f.param(0));
}

/** Where the numbers lie that outputs are compared with. */
function comparedWith({ labels, targets, raw }: NetworkLayout, task: TaskName): number {
  switch (task) {
    case "classification":
      return labels;
    case "regression":
      return targets ?? 0;
    case "reconstruction":
      return raw;
    default:
      return task satisfies never;
  }
}

function classLoss({ layout, spec }: ProgramInput, out: LayerLayout, g: FunctionBuilder, mode: Mode): void {
  const shape = { classes: out.units, strideZ: out.strideZ, totals: layout.totals };
  const { loss } = spec.train;
  switch (loss) {
    case "mse":
      meanSquaredError(g, shape, mode);
      break;
    case "cross_entropy":
      softmaxCrossEntropy(g, { ...shape, numerics: spec.numerics }, mode);
      break;
    case "mae":
    case "huber":
      throw new RangeError(`no classifier is trained with ${loss}`);
    default:
      loss satisfies never;
  }
}

function numberLoss({ layout, spec }: ProgramInput, out: LayerLayout, g: FunctionBuilder, mode: Mode): void {
  const { loss, huber_delta: delta = 1 } = spec.train;
  if (loss === "cross_entropy") throw new RangeError(`no regression is trained with ${loss}`);
  targetError(g, { loss, delta, targets: out.units, strideZ: out.strideZ, totals: layout.totals }, mode);
}

function inputLoss(
  { layout, data, inputMap }: ProgramInput,
  { strideZ }: LayerLayout,
  g: FunctionBuilder,
  mode: Mode,
): void {
  const { totals, strideRaw } = layout;
  const own = { kind: data.kind, inputs: data.inputs, strideRaw, strideZ, map: inputMap, totals };
  reconstructionError(g, own, mode);
}
