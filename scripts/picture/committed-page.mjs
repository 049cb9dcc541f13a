import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { renderReport } from "../../packages/report/dist/index.js";
import { readRun } from "../../packages/sweep/dist/index.js";

const RUN = fileURLToPath(new URL("../../docs/report/run", import.meta.url));

/** Writes the page of the committed run to a file. */
export async function writeCommittedPage(file) {
  const { study, records } = await readRun(RUN);
  writeFileSync(file, renderReport({ runs: [{ study, records: [...records.values()] }] }));
}
