import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderReport } from "@actbench/report";
import { RUN_FILES, type Run } from "@actbench/sweep";

/** Writes a run's page beside its journal, whole or not at all; gives the page's path. */
export function writeReport({ folder, study, records }: Pick<Run, "folder" | "study" | "records">): string {
  const file = join(folder, RUN_FILES.report);
  writeFileSync(`${file}.part`, renderReport({ runs: [{ study, records: [...records.values()] }] }));
  renameSync(`${file}.part`, file);
  return file;
}
