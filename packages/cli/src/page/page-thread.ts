import { parentPort, workerData } from "node:worker_threads";
import { doPageJob } from "./do-page-job.js";
import { type PageMessage, type PageSetup, plainError } from "./page-message.js";

// Runs in a separate thread, so that the command receives signals, and shows progress, while a page is
// written.
const { job, problems } = workerData as PageSetup;
const tell = (message: PageMessage): void => parentPort?.postMessage(message);

doPageJob(job, {
  note: (text) => tell({ type: "note", text }),
  onProblem: problems ? (problem) => tell({ type: "problem", problem }) : undefined,
  onProgress: (share) => tell({ type: "progress", share }),
})
  .then((made) => tell({ type: "made", made }))
  .catch((error: unknown) => tell({ type: "failed", error: plainError(error) }));
