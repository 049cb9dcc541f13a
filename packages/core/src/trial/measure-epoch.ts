import type { Network, RowSource } from "../network/network.js";
import { layerUnits } from "../network/unit-report.js";
import { weightDigest } from "../network/weights.js";
import type { EpochRecord, Score } from "./record.js";
import type { Split } from "./split.js";

export interface Measured {
  readonly network: Network;
  readonly source: RowSource;
  readonly split: Split;
  /** Positions of all trained numbers, for the digest. */
  readonly positions: Uint32Array;
  /** sup |f′| per hidden layer. */
  readonly supSlopes: readonly number[];
}

/** Losses, accuracies, unit counts, learned parameters and digest of a network as it stands. */
export function measureEpoch(m: Measured, probe: boolean): Omit<EpochRecord, "epoch" | "step" | "train_s"> {
  const { network, split } = m;
  const digest = weightDigest(network, m.positions);
  const train = score(m, split.trainRising, probe ? "probe" : "evaluate");
  const units = probe ? { units: layerUnits(network, split.train.length, m.supSlopes) } : {};
  return {
    train,
    ...units,
    ...(split.validation.length > 0 ? { validation: score(m, split.validation, "evaluate") } : {}),
    ...(split.test.length > 0 ? { test: score(m, split.test, "evaluate") } : {}),
    ...trainedParams(network),
    ...(digest === undefined ? {} : { digest }),
  };
}

function score({ network, source }: Measured, rows: Uint32Array, mode: "probe" | "evaluate"): Score {
  const { loss, correct } = network.evaluate(source, rows, mode);
  return { loss: loss / rows.length, accuracy: correct / rows.length };
}

/** Mean over units of every trained parameter, per hidden layer. */
function trainedParams(network: Network): Pick<EpochRecord, "params"> {
  const hidden = network.layout.layers.filter((layer) => layer.formulas);
  if (hidden.every((layer) => layer.formulas?.trained.length === 0)) return {};
  const params = hidden.map((layer) =>
    Object.fromEntries(
      (layer.formulas?.trained ?? []).map(({ name }, q) => {
        const at = layer.params / 4 + q * layer.paddedUnits;
        const values = network.f32.subarray(at, at + layer.units);
        return [name, values.reduce((sum, value) => sum + value, 0) / layer.units];
      }),
    ),
  );
  return { params };
}
