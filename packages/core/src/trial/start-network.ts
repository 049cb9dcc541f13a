import { OUTPUT_LAYER } from "../init/draw.js";
import { initializerOf } from "../init/initialize.js";
import type { Network } from "../network/network.js";
import { writeLayer } from "../network/weights.js";
import type { TrialSpec } from "./spec.js";
import { UnsupportedSpecError } from "./unsupported.js";

/** Draws a network's initial weights, biases and trained parameters. */
export function startNetwork(network: Network, { model, seed }: TrialSpec): void {
  const initialize = initializerOf(model.init);
  if (!initialize) throw new UnsupportedSpecError([{ setting: "model.init", value: model.init }]);
  const { layers } = network.layout;
  layers.forEach((layer, index) => {
    const units = layer.units * layer.pieces;
    const weights = new Float64Array(units * layer.inputs);
    const key = index === layers.length - 1 ? OUTPUT_LAYER : index;
    initialize({ seed, layer: key, inputs: layer.inputs, units }, weights);
    writeLayer(network, layer, weights, layer.formulas ? model.bias_init : 0);
    (model.activation[index]?.params ?? [])
      .filter(({ trainable }) => trainable)
      .forEach(({ value }, q) => {
        const at = layer.params / 4 + q * layer.paddedUnits;
        network.f32.fill(value, at, at + layer.paddedUnits);
      });
  });
  network.derive();
}
