import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { describeError, ExecutorError } from "@actbench/core/internal";
import { SPEED_ENTRY } from "../speed-entry.js";
import type { RoundFigures, SpeedAnswer, SpeedRequest, SpeedSetup } from "./speed-task.js";

/** A thread of isolated timing, asked for one thing at a time. */
export class SpeedThread {
  readonly #worker: Worker;
  /** Rejects when the thread breaks or ends. */
  readonly #end: Promise<never>;

  constructor(setup: SpeedSetup) {
    this.#worker = new Worker(SPEED_ENTRY, { workerData: setup });
    this.#end = new Promise((_, reject) => {
      this.#worker.once("error", (error) => reject(lost(describeError(error).message, error)));
      this.#worker.once("exit", () => reject(lost("it ended")));
    });
    // Whoever asks next gets the rejection, by a race with it; of a thread that is closed nobody needs it.
    this.#end.catch(() => {});
  }

  /** Calls until times stop falling, for at most `seconds`; returns whether they did. */
  async warm(seconds: number, signal?: AbortSignal): Promise<boolean> {
    const answer = await this.#ask({ type: "warm", seconds }, signal);
    return answer.type === "warm" && answer.flat;
  }

  /** One round of samples: updates for this many seconds. */
  async round(seconds: number, signal?: AbortSignal): Promise<RoundFigures> {
    const answer = await this.#ask({ type: "round", seconds }, signal);
    if (answer.type !== "round") throw lost(`it answered ${answer.type} to a round`);
    return answer.figures;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  async #ask(request: SpeedRequest, signal: AbortSignal | undefined): Promise<SpeedAnswer> {
    const heard = once(this.#worker, "message", signal === undefined ? {} : { signal });
    this.#worker.postMessage(request);
    const [answer] = (await Promise.race([heard, this.#end])) as [SpeedAnswer];
    if (answer.type === "failed") throw lost(answer.message);
    return answer;
  }
}

function lost(why: string, cause?: unknown): ExecutorError {
  return new ExecutorError("speed_lane_broken", `a thread of isolated timing failed: ${why}`, { cause });
}
