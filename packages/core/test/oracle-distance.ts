import { stateTensors } from "../src/network/tensors.js";
import type { OracleLayer } from "./oracle-gradients.js";
import type { OraclePair } from "./oracle-pair.js";

/** Largest distance of any trained number, or running statistic, between a network and its oracle. */
export function distance({ network, oracle, spec }: Pick<OraclePair, "network" | "oracle" | "spec">): number {
  const truth = new Map(
    oracle.layers.flatMap((layer, l) =>
      tensorsOf(layer, l === oracle.layers.length - 1 ? "output" : `layer ${l + 1}`),
    ),
  );
  // A layer norm has no statistics of batches, the oracle no optimizer state under these names.
  const statistics = spec.model.normalization === "batch";
  let worst = 0;
  for (const { name, positions } of stateTensors(network.layout)) {
    if (name.includes("optimizer state") || (name.includes("running") && !statistics)) continue;
    const wanted = truth.get(name);
    if (wanted?.length !== positions.length) throw new Error(`the oracle has no ${name} of that shape`);
    positions.forEach((at, i) => {
      const gap = Math.abs((network.f32[at] as number) - (wanted[i] as number));
      // A number that is none must not pass for near.
      worst = Number.isNaN(gap) ? Number.POSITIVE_INFINITY : Math.max(worst, gap);
    });
  }
  return worst;
}

/** Largest distance of any number of two oracles of one shape. */
export function layerDistance(a: readonly OracleLayer[], b: readonly OracleLayer[]): number {
  const numbers = (layers: readonly OracleLayer[]): readonly number[] =>
    layers.flatMap((layer) => tensorsOf(layer, "").flatMap(([, values]) => values));
  const others = numbers(b);
  return numbers(a).reduce((worst, value, i) => Math.max(worst, Math.abs(value - (others[i] as number))), 0);
}

/** An oracle's layer by the names of the network's tensors. */
export function tensorsOf(layer: OracleLayer, name: string): (readonly [string, readonly number[]])[] {
  return [
    [`${name} weights`, layer.weights.flat()],
    [`${name} biases`, layer.bias],
    ...Object.entries(layer.params).map(([param, values]) => [`${name} ${param}`, values] as const),
    [`${name} normalization gamma`, layer.gamma ?? []],
    [`${name} normalization beta`, layer.beta ?? []],
    [`${name} running mean`, layer.running?.mean ?? []],
    [`${name} running variance`, layer.running?.variance ?? []],
  ];
}
