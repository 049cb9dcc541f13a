import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { actbench, type Outcome } from "../actbench.js";
import { finishedIds, onlyRun, results } from "../tiny-study.js";
import { type Call, type CallSet, type How, type Preload, readLog } from "./preload.js";

/**
 * A study that writes every kind of file of a run, in as few trials as there can be: with rungs, so
 * checkpoints too.
 */
export const STUDY = `name: faults
dataset: { name: two_moons, train: 32, validation: 16, normalize: standardize }
model: { hidden: [3] }
train: { epochs: 3, batch_size: 16 }
method: halving
parameters: { activation: [relu, tanh, elu] }
seeds: 2
`;
export const RUN = ["run", "study.yaml", "--workers", "1", "--reporter", "ndjson"];

/** A command that is tried with a fault at each of its calls. */
export interface Scenario {
  /** What is there before: a folder that is copied for each try. */
  readonly start: string;
  readonly command: readonly string[];
  /** The command that brings it to its end after the fault; by default the same. */
  readonly again?: (cwd: string) => readonly string[];
  /** The folder, in it, whose only run the command makes. */
  readonly out: string;
  /** The folder whose calls count; by default the same. */
  readonly root?: string;
  /** The results of a run without a fault. */
  readonly whole: ReturnType<typeof results>;
}

/** What all tries came to. */
export interface Tally {
  /** Calls that the command makes. */
  readonly calls: number;
  readonly faults: number;
  readonly errors: number;
  readonly kills: number;
  /** Tries in which the call did not come, because trials ended in another order. */
  readonly missed: number;
}

/** A folder with the study in it. */
export function studyFolder(text = STUDY): string {
  const cwd = mkdtempSync(join(tmpdir(), "actbench syscalls "));
  writeFileSync(join(cwd, "study.yaml"), text);
  return cwd;
}

/** Tries a command with a fault at each of its calls of a set, as many at once as there are cores. */
export async function tryEveryCall(scenario: Scenario, set: CallSet, preload: Preload): Promise<Tally> {
  const { calls } = await attempt(scenario, { set, preload });
  const faults = calls.flatMap((call, i) => hows(call, set).map((how) => ({ at: i + 1, how, call })));
  const tally = { calls: calls.length, faults: faults.length, errors: 0, kills: 0, missed: 0 };
  const waiting = faults.values();
  const failures: unknown[] = [];
  const lane = async (): Promise<void> => {
    for (const fault of waiting)
      try {
        const { isHit, outcome } = await attempt(scenario, { set, preload, fault });
        if (!isHit) tally.missed += 1;
        else if (outcome.code === null) tally.kills += 1;
        else tally.errors += 1;
      } catch (error) {
        failures.push(error);
      }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, lane));
  if (failures.length > 0) throw new Error(failures.map(String).join("\n\n"));
  return tally;
}

function hows({ name }: Call, set: CallSet): readonly How[] {
  // A process that is killed as it reads has changed nothing.
  if (set === "read") return ["error"];
  return name === "write" ? ["error", "kill", "short", "half-error", "half-kill"] : ["error", "kill"];
}

interface Fault {
  readonly at: number;
  readonly how: How;
  readonly call: Call;
}

/**
 * Runs the command, with a fault or without, then brings it to its end: nothing may be lost, doubled or left
 * behind.
 */
async function attempt(
  scenario: Scenario,
  { set, preload, fault }: { readonly set: CallSet; readonly preload: Preload; readonly fault?: Fault },
) {
  const cwd = mkdtempSync(join(tmpdir(), "actbench syscalls "));
  try {
    cpSync(scenario.start, cwd, { recursive: true });
    const log = join(cwd, "calls.log");
    const env = preload.environment({ root: join(cwd, scenario.root ?? scenario.out), set, log, ...fault });
    const outcome = await actbench(scenario.command, { cwd, env });
    const { calls, isHit } = readLog(log);
    const what = `${set}: ${fault === undefined ? "no fault" : `${fault.how} at call ${fault.at}, ${fault.call.name} ${fault.call.path}`}\n${outcome.code}\n${outcome.stderr}`;
    checkOutcome(outcome, fault, what);
    const again = await actbench(scenario.again?.(cwd) ?? scenario.command, { cwd });
    checkEnd(scenario, cwd, { outcome, again, what });
    return { calls, isHit, outcome };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

function checkOutcome({ code, stderr }: Outcome, fault: Fault | undefined, what: string): void {
  if (fault === undefined || fault.how === "short") expect(code, what).toBe(0);
  else if (fault.how === "error" || fault.how === "half-error") expect([0, 2, 4], what).toContain(code);
  else expect([0, null], what).toContain(code);
  expect(stderr, what).not.toContain("bug in actbench");
}

/** Trials that were reported as finished. */
function told(stdout: string): readonly string[] {
  return [...stdout.matchAll(/^\{"type":"finished".*?"id":"([0-9a-f]{32})"/gm)].map(([, id = ""]) => id);
}

const FILES = [
  "journal.jsonl",
  "looks.jsonl",
  "plan.jsonl",
  "points.jsonl",
  "report.html",
  "results.csv",
  "study.lock.yaml",
];

function checkEnd(
  { out, whole }: Scenario,
  cwd: string,
  { outcome, again, what }: { readonly outcome: Outcome; readonly again: Outcome; readonly what: string },
): void {
  const all = `${what}\nthen ${again.code}\n${again.stderr}`;
  expect(again.code, all).toBe(0);
  const run = onlyRun(cwd, out);
  expect(results(run), all).toEqual(whole);
  const ids = finishedIds(run);
  expect(new Set(ids).size, all).toBe(ids.length);
  const before = told(outcome.stdout);
  expect(
    told(again.stdout).filter((id) => before.includes(id)),
    all,
  ).toEqual([]);
  const left = readdirSync(run).filter(
    (name) => !FILES.includes(name) && !/^study\.lock\.\d+\.yaml$/.test(name),
  );
  expect(left, all).toEqual([]);
  expect(readFileSync(join(run, "report.html"), "utf8").endsWith("</html>\n"), all).toBe(true);
}
