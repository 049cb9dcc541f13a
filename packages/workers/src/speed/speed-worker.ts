// A thread of isolated timing: one network, one activation, never another. It works on request and otherwise
// sleeps.
import { parentPort, workerData } from "node:worker_threads";
import { activationKernels, describeError, isCode, StepLoop, setLanePlan } from "@actbench/core/internal";
import { loadCode } from "../code/load-code.js";
import { enableRelaxedSimd } from "../relaxed-simd.js";
import type { RoundFigures, SpeedAnswer, SpeedRequest, SpeedSetup } from "./speed-task.js";
import { sample, type Timed, timed, warmUp } from "./stopwatch.js";

enableRelaxedSimd();
const { lanes, spec, dataset, code } = workerData as SpeedSetup;
setLanePlan(lanes);
const functionsOf = spec.model.activation.some(isCode) ? await loadCode(spec, code) : undefined;
const loop = new StepLoop(spec, dataset, functionsOf);
const step = timed(() => loop.step());
const kernels = activationAlone();

function activationAlone(): { readonly forward: Timed; readonly backward: Timed } | undefined {
  const [first, ...others] = spec.model.activation;
  if (first === undefined || isCode(first) || others.some((other) => other.label !== first.label))
    return undefined;
  const { forward, backward } = activationKernels(first, spec.numerics);
  return {
    forward: timed(() => forward.call(), forward.capacity),
    backward: timed(() => backward.call(), backward.capacity),
  };
}

/** Kernels take an eighth of a round each: they are small, and their times agree sooner. */
function figures(seconds: number): RoundFigures {
  loop.restart();
  const aside = seconds / 8;
  return {
    step: sample(step, seconds),
    ...(kernels === undefined
      ? {}
      : { forward: sample(kernels.forward, aside), backward: sample(kernels.backward, aside) }),
  };
}

function warm(seconds: number): boolean {
  loop.restart();
  // A kernel's few instructions are translated long before a network's.
  const aside = seconds / 4;
  const flat = [
    warmUp(step, seconds),
    ...(kernels === undefined ? [] : [warmUp(kernels.forward, aside), warmUp(kernels.backward, aside)]),
  ];
  return flat.every((one) => one);
}

parentPort?.on("message", (request: SpeedRequest) => {
  const tell = (answer: SpeedAnswer): void => parentPort?.postMessage(answer);
  try {
    if (request.type === "warm") tell({ type: "warm", flat: warm(request.seconds) });
    else tell({ type: "round", figures: figures(request.seconds) });
  } catch (thrown) {
    tell({ type: "failed", message: describeError(thrown).message });
  }
});
