import type { NotShown } from "../analysis/not-shown.js";
import { capital } from "../format/capital.js";
import type { Absent } from "./section.js";

/** The reason of an analysis without a result as a sentence, and what would fill the section. */
export function absentBecause({ why }: NotShown, yaml?: string): Absent {
  const absent = `${capital(why)}.`;
  return yaml === undefined ? { absent } : { absent, yaml };
}
