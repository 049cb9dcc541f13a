import { NoSuchUnitError, traceUnit, type UnitHistory, type UnitPlace } from "@actbench/core/internal";
import type { CodeModule } from "@actbench/workers";
import { prepareReplay } from "../replay/prepare-replay.js";
import type { FoundTrial } from "../runs/find-trial.js";
import { UsageError } from "../usage-error.js";

/**
 * The life of a unit of a recorded trial, which is trained again for it with the code of `plugins`. Throws a
 * `UsageError`.
 */
export async function traceFound(
  found: FoundTrial,
  place: UnitPlace,
  plugins: readonly CodeModule[],
): Promise<UnitHistory> {
  const { spec, data, functionsOf } = await prepareReplay(found, plugins);
  try {
    return traceUnit(spec, data, place, { functionsOf });
  } catch (error) {
    if (error instanceof NoSuchUnitError)
      throw new UsageError(error.message, "give a layer and a unit, such as --unit 2:17");
    throw error;
  }
}
