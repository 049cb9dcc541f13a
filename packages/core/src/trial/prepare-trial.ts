import type { TrialSpec } from "../contract/spec.js";
import type { Dataset } from "../data/dataset.js";
import { activationRules } from "../network/activation-rules.js";
import type { FunctionsOf } from "../network/code-rules.js";
import { type DataShape, listWords } from "../network/data-shape.js";
import type { Network } from "../network/network.js";
import { takeNetwork } from "../network/network-pool.js";
import { type RowSource, rowSource } from "../network/row-source.js";
import { weightPositions } from "../network/weights.js";
import type { ScoreEntry } from "../score/score-entry.js";
import { type ScoreName, scoresOf } from "../score/scores.js";
import { taskOf } from "../task/tasks.js";
import { checkSpec } from "./check-spec.js";
import { inputMapOf } from "./input-map.js";
import { type InputStatistics, inputStatistics, mappedMoment } from "./input-statistics.js";
import { noisyLabels } from "./noisy-labels.js";
import { type Split, splitRows } from "./split.js";
import type { LayerMoments } from "./start-network.js";

/** A trial's network, not yet started, and the examples it works on. */
export interface PreparedTrial {
  readonly network: Network;
  readonly source: RowSource;
  readonly split: Split;
  /** Positions of all trained numbers, for the digest. */
  readonly positions: Uint32Array;
  /** sup |f′| per hidden layer. */
  readonly supSlopes: readonly number[];
  /** What every evaluation measures. */
  readonly scores: readonly ScoreEntry<ScoreName>[];
  readonly moments: LayerMoments;
}

/**
 * Generates and compiles a trial's network and draws its subsets. Throws where the spec's engine or numerics
 * are not to be had here.
 */
export function prepareTrial(spec: TrialSpec, data: Dataset, functionsOf?: FunctionsOf): PreparedTrial {
  checkSpec(spec);
  checkTask(spec, data);
  const split = splitRows(spec, data);
  const rules = spec.model.activation.map((activation) => activationRules(activation, functionsOf));
  const statistics = (): InputStatistics => inputStatistics(data, split.train);
  const inputMap = inputMapOf(spec.dataset, data, statistics);
  const network = takeNetwork({ spec, data: shapeOf(data), inputMap, rules });
  return {
    network,
    source: { ...rowSource(data), labels: noisyLabels(spec, data, split) },
    split,
    positions: weightPositions(network),
    supSlopes: rules.map(({ supSlope }) => supSlope),
    scores: scoresOf(spec),
    moments: [() => mappedMoment(statistics(), inputMap), ...rules.map(({ secondMoment }) => secondMoment)],
  };
}

/** Throws where a trial's loss or data do not belong to its task; planning refuses such trials. */
function checkTask({ train, dataset }: TrialSpec, { targets }: Dataset): void {
  const { loss, target } = train;
  const { losses, name } = taskOf(train);
  if (!losses.includes(loss))
    throw new RangeError(`train.target: ${target} needs train.loss: ${losses.join(" or ")}; it is ${loss}`);
  const fits = name === "reconstruction" || (name === "regression") === (targets !== undefined);
  if (!fits)
    throw new RangeError(
      `train.target: ${target} does not fit the dataset ${dataset.name}, which has ${targets ? "numbers" : "classes"} to predict`,
    );
}

/** The data as a network sees it; rows that do not fit into a batch's lists come as bytes. */
function shapeOf(data: Dataset): DataShape {
  const { kind, inputs, classes, stride, density, targets, sparseRows } = data;
  const fits = sparseRows !== undefined && sparseRows.longest <= listWords(inputs);
  return {
    kind,
    inputs,
    classes,
    stride,
    density,
    ...(targets ? { targets: { names: targets.names } } : {}),
    ...(fits ? { listed: true } : {}),
  };
}
