import { NoSuchUnitError, traceUnit, type UnitFate, type UnitPlace } from "@actbench/core";
import { prepareReplay } from "../replay/prepare-replay.js";
import type { FoundTrial } from "../runs/find-trial.js";
import { UsageError } from "../usage-error.js";

/** The life of a unit of a recorded trial, which is trained again for it. Throws a `UsageError`. */
export async function traceFound(found: FoundTrial, place: UnitPlace): Promise<UnitFate> {
  const { spec, data } = await prepareReplay(found);
  try {
    return traceUnit(spec, data, place);
  } catch (error) {
    if (error instanceof NoSuchUnitError)
      throw new UsageError(error.message, "give a layer and a unit, such as --unit 2:17");
    throw error;
  }
}
