import { join } from "node:path";
import { RUN_FILES } from "@actbench/sweep";
import { makePage, type PageHost } from "../page/make-page.js";
import type { MadePage, OwnPageJob } from "../page/page-job.js";
import { replaceFile } from "./replace-file.js";

/** A page that is written. */
export interface WrittenPage extends Pick<MadePage, "ranks"> {
  readonly path: string;
}

/** Writes a run's page into its folder, whole or not at all. */
export async function writeReport(job: Omit<OwnPageJob, "kind">, host: PageHost): Promise<WrittenPage> {
  const path = join(job.folder, RUN_FILES.report);
  const { page, ranks } = await makePage({ kind: "own", ...job }, host);
  replaceFile(path, page);
  return { path, ...(ranks && { ranks }) };
}
