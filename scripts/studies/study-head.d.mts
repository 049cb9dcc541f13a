import type { loadStudy } from "../../packages/cli/src/index.js";
import type { StudyRecord, TrialRecord } from "../../packages/core/src/internal.js";

export function studyHead(
  asked: { readonly about: object; readonly form: "full" | "quick"; readonly overrides: readonly string[] },
  study: Awaited<ReturnType<typeof loadStudy>>,
  record: StudyRecord,
): object;
export function placedRecords(
  study: Pick<StudyRecord, "plan">,
  records: readonly TrialRecord[],
): readonly { readonly point: number; readonly seed: number }[];
