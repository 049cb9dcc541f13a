import { evaluateNetwork, type MeasuredNetwork } from "@actbench/core/internal";
import type { CodeModule } from "@actbench/workers";
import { loadWeights } from "../weights/load-weights.js";
import { openWeights } from "../weights/open-weights.js";
import { countOf } from "../weights/weights-file.js";
import { type NetworkToEvaluate, networkOfMetadata } from "./network-to-evaluate.js";

/** What a file's weights reach. */
export interface Evaluation {
  readonly file: string;
  readonly network: NetworkToEvaluate;
  readonly measured: MeasuredNetwork;
}

/**
 * What of a file may come into memory where the network is not known before it is opened: packed and unpacked
 * alike.
 */
const MAX_BYTES = 2 ** 30;
/** Beside the network's own tensors: an optimizer's state, a second copy, a header. */
const ROOM = 2 ** 26;

/**
 * Evaluates weights as the network that is given or, where only plugins are, that the file describes. Throws
 * a `UsageError` for a file that is none.
 */
export async function evaluateFile(
  name: string,
  as: NetworkToEvaluate | { readonly plugins: readonly CodeModule[] },
  cwd: string,
): Promise<Evaluation> {
  const named = "spec" in as ? as : undefined;
  const file = await openWeights(name, cwd, named === undefined ? MAX_BYTES : boundOf(named));
  try {
    const network = "spec" in as ? as : await networkOfMetadata(file, as.plugins);
    const { spec, data, functionsOf, tensors } = network;
    const weights = await loadWeights(file, tensors, spec.model.hidden.length);
    return { file: name, network, measured: evaluateNetwork(spec, data, weights, functionsOf) };
  } finally {
    await file.close();
  }
}

/** Four copies of the network in f64, and some room. */
function boundOf({ tensors }: NetworkToEvaluate): number {
  const numbers = tensors.reduce((sum, { shape }) => sum + countOf(shape), 0);
  return Math.min(MAX_BYTES, 4 * 8 * numbers + ROOM);
}
