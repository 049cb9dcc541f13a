import { existsSync, statSync } from "node:fs";
import type { States } from "@actbench/core/internal";
import { readUserText } from "../files/read-user-text.js";
import { UsageError } from "../usage-error.js";

/**
 * Digests of all tensors after every update of one trial, as a file holds them: what another machine compares
 * with.
 */
export interface Trace {
  readonly format: "actbench-trace-1";
  /** The trial's id. */
  readonly trial: string;
  readonly engine: number;
  /** Names of the tensors. */
  readonly tensors: readonly string[];
  /** One row per number of updates, from 0: the digests, in the order of `tensors`. */
  readonly digests: readonly (readonly string[])[];
}

const FORMAT = "actbench-trace-1";
/** About the longest text that Node can read. */
const MAX_BYTES = 500_000_000;

/** The trace of all of a trial's states. */
export function traceOf(trial: string, engine: number, states: States): Trace {
  const all = Array.from({ length: states.steps + 1 }, (_, step) => states.at(step));
  return {
    format: FORMAT,
    trial,
    engine,
    tensors: (all[0] ?? []).map(({ name }) => name),
    digests: all.map((tensors) => tensors.map(({ digest }) => digest)),
  };
}

/** A trace as states: digests without values. */
export function traceStates({ tensors, digests }: Trace): States {
  return {
    steps: digests.length - 1,
    at: (step) => tensors.map((name, i) => ({ name, digest: digests[step]?.[i] ?? "" })),
  };
}

/**
 * The trace in a file, called `name` by the user; undefined where it is no file, or one of another kind (a
 * report page).
 */
export function readTrace(file: string, name: string): Trace | undefined {
  if (!existsSync(file) || !statSync(file).isFile()) return undefined;
  const text = readUserText(file, { name, what: "a trace", maxBytes: MAX_BYTES });
  if (!text.startsWith(`{"format":"${FORMAT}"`)) return undefined;
  const trace = parsed(text);
  if (trace === undefined)
    throw new UsageError(
      `the trace "${name}" is damaged`,
      "write it again: actbench replay TRIAL --trace FILE",
    );
  return trace;
}

/** The boundary where a file gets its type. */
function parsed(text: string): Trace | undefined {
  try {
    const { trial, engine, tensors, digests } = JSON.parse(text) as Partial<Trace>;
    const whole =
      typeof trial === "string" &&
      typeof engine === "number" &&
      Array.isArray(tensors) &&
      Array.isArray(digests) &&
      digests.length > 0 &&
      digests.every((row) => Array.isArray(row) && row.length === tensors.length);
    return whole ? { format: FORMAT, trial, engine, tensors, digests } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
