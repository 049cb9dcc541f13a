import type { Network } from "../network/network.js";
import type { EpochRecord } from "./record.js";

/** Mean over units of every trained parameter, per hidden layer; nothing where no parameter is trained. */
export function trainedParams(network: Network): Pick<EpochRecord, "params"> {
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
