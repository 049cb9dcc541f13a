import type { ActivationSpec, TrialSpec } from "../contract/spec.js";
import { OUTPUT_LAYER } from "../init/draw.js";
import { initializerOf } from "../init/initialize.js";
import type { Network } from "../network/network.js";
import { writeLayer } from "../network/weights.js";

/**
 * E[x²] of what comes into each layer: the network's inputs, then f(z) of each hidden layer for z ~ N(0, 1).
 */
export type LayerMoments = readonly (() => number)[];

/**
 * Draws a network's initial weights, biases and trained parameters; some initializers ask for a layer's
 * moment. Drawn biases add to `bias_init`, which is the hidden layers'.
 */
export function startNetwork(network: Network, { model, seed }: TrialSpec, moments: LayerMoments): void {
  const initialize = initializerOf(model.init);
  const { layers } = network.layout;
  layers.forEach((layer, index) => {
    const units = layer.units * layer.pieces;
    const weights = new Float64Array(units * layer.inputs);
    const shape = {
      seed,
      layer: index === layers.length - 1 ? OUTPUT_LAYER : index,
      inputs: layer.inputs,
      units,
      omega: omegaOf(model.activation[Math.min(index, model.activation.length - 1)]),
      inputMoment: moments[index] as () => number,
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

/** The frequency of an activation that has one, as `sin` does. */
function omegaOf(activation: ActivationSpec | undefined): number {
  return activation?.params.find(({ name }) => name === "omega")?.value ?? 1;
}
