import { isNotShown, type NotShown } from "../src/analysis/not-shown.js";

/** A result that is there; throws its reason where it is not. */
export function shown<T extends object>(result: T | NotShown): T {
  if (isNotShown(result)) throw new Error(result.why);
  return result;
}

/** Why a result is absent; `shown` where it is there. */
export function why(result: object): string {
  return isNotShown(result) ? result.why : "shown";
}
