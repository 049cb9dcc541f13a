import type { NotShown } from "../analysis/not-shown.js";
import type { Absent } from "./section.js";

/** The reason of an analysis without a result as a sentence. */
export function absentBecause({ why }: NotShown): Absent {
  return { absent: `${why.charAt(0).toUpperCase()}${why.slice(1)}.` };
}
