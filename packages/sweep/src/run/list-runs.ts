/** The folders of runs under `out`, by name; empty when `out` does not exist. */
export function listRuns(_out: string): readonly string[] {
  throw new Error("not written yet");
}
