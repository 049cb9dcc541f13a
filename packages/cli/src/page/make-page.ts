import { statSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { RUN_FILES } from "@actbench/sweep";
import { PAGE_ENTRY } from "../page-entry.js";
import { findRun, isPage } from "../runs/find-run.js";
import { noteLooks } from "../runs/note-looks.js";
import type { MadePage, PageCalls, PageJob } from "./page-job.js";
import { errorOf, type PageMessage, type PageSetup } from "./page-message.js";

/** The caller that waits for a page that takes long: it receives the progress, and may end it. */
export interface PageWatch {
  readonly signal?: AbortSignal;
  onProgress(share: number): void;
  end(): void;
}

export interface PageHost extends Omit<PageCalls, "onProgress"> {
  /** Called where the page takes more than a second or two, and is made in a thread. */
  readonly watch?: (() => PageWatch) | undefined;
}

/** A page was not made because its watch's signal was aborted. What was there stays. */
export class PageInterrupted extends Error {
  override readonly name = "PageInterrupted";
  readonly code = "page_interrupted";
}

/** A page of more is made in a thread: with less it is done before one has started. */
const MAX_HERE = { trials: 2000, megabytes: 8 };

/** Makes a page, and lets the command go on meanwhile where it is one of many trials. */
export async function makePage(job: PageJob, host: PageHost): Promise<MadePage> {
  const made = await madePage(job, host);
  noteLooks(made.looks, host.note);
  return made;
}

async function madePage(job: PageJob, host: PageHost): Promise<MadePage> {
  const size = sizeOf(job);
  if (size.trials <= MAX_HERE.trials && size.megabytes <= MAX_HERE.megabytes) {
    // What reads and draws runs is loaded by the thread where one is started.
    const { doPageJob } = await import("./do-page-job.js");
    return doPageJob(job, host);
  }
  const watch = host.watch?.();
  try {
    return await inThread(job, { host, watch, heapMb: heapMbFor(size) });
  } catch (error) {
    if (!isOutOfMemory(error)) throw error;
    return await inThread(job, { host, watch });
  } finally {
    watch?.end();
  }
}

// A line of plan.jsonl, and of a page a trial with a digest and little else; both have more in them mostly.
const PLAN_BYTES = 74;
const PAGE_BYTES = 200;

/** What is to be read for a page. */
interface PageSize {
  /** About how many trials. */
  readonly trials: number;
  readonly megabytes: number;
}

/** From the sizes of files. */
function sizeOf(job: PageJob): PageSize {
  const paths = job.kind === "own" ? [job.folder] : job.names.map((name) => findRun(name, job.place));
  const sizes = paths.map((path) =>
    isPage(path)
      ? { trials: bytesOf(path) / PAGE_BYTES, bytes: bytesOf(path) }
      : {
          trials: bytesOf(join(path, RUN_FILES.plan)) / PLAN_BYTES,
          bytes: bytesOf(join(path, RUN_FILES.journal)),
        },
  );
  return {
    trials: sizes.reduce((sum, { trials }) => sum + trials, 0),
    megabytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6,
  };
}

const bytesOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** Trials. A page of fewer takes no more memory for the room that it is given, but a tenth less time. */
const LARGEST = 100_000;

/**
 * What 100,000 trials need and half as much, and sixty times a trial's line, which is packed and read as text
 * and as values. With less room the engine collects garbage more often instead of letting it grow to
 * gigabytes; where it is too little after all, a second thread gets all there is.
 */
function heapMbFor({ trials, megabytes }: PageSize): number {
  return Math.ceil(200 + Math.max(trials, LARGEST) / 180 + (60 * megabytes) / Math.max(1, trials));
}

// Most of what a page is made from dies young: with room for 32 MB of it, a sixth of the time is saved.
const YOUNG_MB = 96;

interface ThreadOptions {
  readonly host: PageHost;
  readonly watch: PageWatch | undefined;
  readonly heapMb?: number;
}

async function inThread(job: PageJob, { host, watch, heapMb }: ThreadOptions): Promise<MadePage> {
  const { note, onProblem } = host;
  const { signal } = watch ?? {};
  const setup: PageSetup = { job, problems: onProblem !== undefined };
  const thread = new Worker(PAGE_ENTRY, {
    workerData: setup,
    resourceLimits: {
      maxYoungGenerationSizeMb: YOUNG_MB,
      ...(heapMb !== undefined && { maxOldGenerationSizeMb: heapMb }),
    },
  });
  const interrupt = (): void => void thread.terminate();
  try {
    return await new Promise<MadePage>((resolve, reject) => {
      thread.on("message", (message: PageMessage) => {
        switch (message.type) {
          case "note":
            return note(message.text);
          case "problem":
            return onProblem?.(message.problem);
          case "progress":
            return watch?.onProgress(message.share);
          case "made":
            return resolve(message.made);
          case "failed":
            return void errorOf(message.error).then(reject, reject);
          default:
            return message satisfies never;
        }
      });
      thread.once("error", reject);
      thread.once("exit", (code) =>
        reject(signal?.aborted ? new PageInterrupted("the page was not written") : new Error(ended(code))),
      );
      signal?.addEventListener("abort", interrupt);
      if (signal?.aborted) interrupt();
    });
  } finally {
    signal?.removeEventListener("abort", interrupt);
    await thread.terminate();
  }
}

const ended = (code: number): string => `the thread that wrote the page ended with code ${code}`;

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
