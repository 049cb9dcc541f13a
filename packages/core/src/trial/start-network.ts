import { secondMoment } from "../activation/gain.js";
import { OUTPUT_LAYER } from "../init/draw.js";
import { initializerOf } from "../init/initialize.js";
import type { Network } from "../network/network.js";
import { writeLayer } from "../network/weights.js";
import type { ActivationSpec, TrialSpec } from "./spec.js";

/**
 * Draws a network's initial weights, biases and trained parameters. `inputMoment`: E[x²] of the network's inputs,
 * for initializers that ask. Drawn biases add to `bias_init`, which is the hidden layers'.
 */
export function startNetwork(network: Network, { model, seed }: TrialSpec, inputMoment: () => number): void {
  const initialize = initializerOf(model.init);
  const { layers } = network.layout;
  const momentBehind = rememberedMoment();
  layers.forEach((layer, index) => {
    const units = layer.units * layer.pieces;
    const weights = new Float64Array(units * layer.inputs);
    const before = model.activation[index - 1];
    const shape = {
      seed,
      layer: index === layers.length - 1 ? OUTPUT_LAYER : index,
      inputs: layer.inputs,
      units,
      inputMoment: before ? () => momentBehind(before) : inputMoment,
    };
    const drawn = initialize(shape, weights) ?? new Float64Array(units);
    const biasInit = layer.formulas ? model.bias_init : 0;
    writeLayer(
      network,
      layer,
      weights,
      drawn.map((bias) => bias + biasInit),
    );
    (model.activation[index]?.params ?? [])
      .filter(({ trainable }) => trainable)
      .forEach(({ value }, q) => {
        const at = layer.params / 4 + q * layer.paddedUnits;
        network.f32.fill(value, at, at + layer.paddedUnits);
      });
  });
  network.derive();
}

/** E[f(z)²], integrated once for all layers of one formula: some gated ones take a tenth of a second. */
function rememberedMoment(): (activation: ActivationSpec) => number {
  const known = new Map<string, number>();
  return (activation) => {
    const key = JSON.stringify([activation.tree, activation.params, activation.inputs]);
    const moment = known.get(key) ?? secondMoment(activation);
    known.set(key, moment);
    return moment;
  };
}
