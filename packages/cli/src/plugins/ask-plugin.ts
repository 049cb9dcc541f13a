import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import { isLackOfFiles } from "../files/too-few-files.js";
import { PLUGIN_ENTRY } from "../plugin-entry.js";
import { writable } from "../terminal/own-codes.js";
import type { PluginFile } from "./find-plugin.js";
import { PluginError } from "./plugin-error.js";
import type { PluginAnswers, PluginMessage, PluginQuestion, PluginSetup } from "./plugin-question.js";

/** What a plugin's thread may take. */
export interface PluginLimits {
  /** To import it, and to answer. */
  readonly seconds?: number;
  readonly heapMb?: number;
}

/**
 * Imports a code plugin in a separate thread, asks it one question and ends the thread. So no plugin ends,
 * holds up or changes the process: one that never ends is ended after `seconds`. Throws a `PluginError` with
 * the way out.
 */
export async function askPlugin<K extends keyof PluginAnswers>(
  file: PluginFile,
  question: PluginQuestion<K>,
  { seconds = 30, heapMb = 1024 }: PluginLimits = {},
): Promise<PluginAnswers[K]> {
  const { port1: port, port2 } = new MessageChannel();
  const setup: PluginSetup = { file, question };
  const thread = new Worker(PLUGIN_ENTRY, {
    workerData: { ...setup, port: port2 },
    transferList: [port2],
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    stdout: true,
  });
  // stdout is for results.
  thread.stdout.setEncoding("utf8").on("data", (text: string) => process.stderr.write(writable(text)));
  let timer: NodeJS.Timeout | undefined;
  let imported = false;
  let idle = false;
  const end = new Promise<PluginMessage>((resolve) => {
    const hear = (message: PluginMessage): void => {
      // A busy machine may take long to start a thread, which is no fault of the plugin.
      if (message.type === "started")
        timer = setTimeout(() => refuse(...late(seconds, imported, question)), seconds * 1000);
      else if (message.type === "imported") imported = true;
      else if (message.type === "idle") idle = true;
      else resolve(message);
    };
    const refuse = (message: string, hint: string): void =>
      resolve({ type: "refused", message: `${file.name}: ${message}`, hint });
    port.on("message", hear);
    thread.on("error", (error) => {
      if (isLackOfFiles(error))
        resolve({ type: "broken", message: error.message, code: error.code ?? "EMFILE" });
      else refuse(...broken(error, heapMb));
    });
    thread.on("exit", (code) => {
      // What it said last may not have been heard yet.
      for (let left = receiveMessageOnPort(port); left !== undefined; left = receiveMessageOnPort(port))
        hear(left.message as PluginMessage);
      refuse(...ended(code, idle));
    });
  });
  try {
    return answerOf(await end) as PluginAnswers[K];
  } finally {
    clearTimeout(timer);
    port.close();
    await thread.terminate();
  }
}

function answerOf(message: PluginMessage): PluginAnswers[keyof PluginAnswers] {
  switch (message.type) {
    case "answer":
      return message.answer;
    case "refused":
      throw new PluginError(message.message, message.hint);
    case "broken":
      throw Object.assign(new Error(message.message), {
        stack: message.stack,
        ...(message.code === undefined ? {} : { code: message.code }),
      });
    case "started":
    case "imported":
    case "idle":
      throw new Error("the thread of a plugin sent nothing more");
    default:
      return message satisfies never;
  }
}

const ONLY_DEFINE = "importing a plugin must only define activations";

function broken(error: unknown, heapMb: number): readonly [message: string, hint: string] {
  const { message, code } =
    error instanceof Error
      ? { code: undefined, ...error, message: error.message }
      : { message: String(error), code: undefined };
  return code === "ERR_WORKER_OUT_OF_MEMORY"
    ? [`it needs more than ${heapMb} MiB of memory`, `take large tables out of it; ${ONLY_DEFINE}`]
    : [
        `importing it failed: nothing handled the error ${message}`,
        `${ONLY_DEFINE}: await what it starts, or take it out`,
      ];
}

function ended(code: number, idle: boolean): readonly [message: string, hint: string] {
  return idle
    ? [
        "importing it never ends: it waits for something that can no longer happen",
        `its top level awaits a promise that never settles: take that await out; ${ONLY_DEFINE}`,
      ]
    : [`it called process.exit(${code}) instead of defining an activation`, `take that out; ${ONLY_DEFINE}`];
}

function late(
  seconds: number,
  imported: boolean,
  { ask, activation }: PluginQuestion,
): readonly [message: string, hint: string] {
  if (!imported)
    return [
      `importing it had not ended after ${seconds} s`,
      `its top level loops, or waits for something: take that out; ${ONLY_DEFINE}`,
    ];
  return ask === "activations"
    ? [
        `reading its definitions had not ended after ${seconds} s`,
        "its default export, a formula, value or slope does not end: look for a loop in them",
      ]
    : [
        `its activation "${activation}" was evaluated, and that had not ended after ${seconds} s`,
        "value or slope loops at some x, or takes far longer than the 2000 ns that both may: look for a loop in them",
      ];
}
