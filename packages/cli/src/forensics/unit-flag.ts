import type { UnitPlace } from "@actbench/core/internal";
import type { ValueFlag } from "../command/flag.js";

/** `--unit 2:17`: unit 17 of hidden layer 2, both counted from 1. */
export const unitFlag: ValueFlag<UnitPlace> = {
  kind: "value",
  describe: "history of one hidden unit and the step at which it died; retrains the trial",
  placeholder: "LAYER:UNIT",
  expects: "a layer and a unit, both counted from 1, such as 2:17",
  parse: (text) => {
    const [, layer, unit] = /^([1-9]\d{0,5}):([1-9]\d{0,5})$/.exec(text) ?? [];
    return layer === undefined || unit === undefined
      ? undefined
      : { layer: Number(layer), unit: Number(unit) };
  },
};
