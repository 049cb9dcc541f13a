import type { Run } from "../../packages/report/src/index.js";

export function savedRun(
  about: object,
  saved: { readonly head: object; readonly records: readonly object[] },
): Promise<Run>;
