import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ENGINE, type Numerics, type TrialSpec } from "../src/contract/spec.js";
import { runTrial } from "../src/trial/run-trial.js";
import { type GeneratedDataOptions, generatedData } from "./generated-data.js";

/** What one engine made of a spec: the digest of the last weights, and the loss that evaluation gave. */
export interface Outcome {
  readonly digest: string;
  readonly loss: number;
}

export interface Golden {
  readonly data: GeneratedDataOptions;
  /** A trial's spec but for engine and numerics. */
  readonly spec: Omit<TrialSpec, "engine" | "numerics">;
  /** By the engine's number; one that is gone is kept, so that each raise shows what it changed. */
  readonly engines: Readonly<Record<string, Readonly<Record<Numerics, Outcome>>>>;
}

const folder = new URL("./golden/", import.meta.url);

/** The committed specs and outcomes by name. */
export function readGoldens(): ReadonlyMap<string, Golden> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return new Map(
    files.map((file) => [file.slice(0, -".json".length), parse(readFileSync(new URL(file, folder), "utf8"))]),
  );
}

/** The boundary where a file gets its type. */
function parse(json: string): Golden {
  return JSON.parse(json) as Golden;
}

export function writeGolden(name: string, golden: Golden): void {
  writeFileSync(fileURLToPath(new URL(`${name}.json`, folder)), `${JSON.stringify(golden, null, 2)}\n`);
}

/** Runs a spec by the present engine. */
export function outcomeOf({ data, spec }: Golden, numerics: Numerics): Outcome {
  const record = runTrial({ ...spec, engine: ENGINE, numerics }, generatedData(data), { now: () => 0 });
  if (record.status !== "completed") throw new Error(`a golden trial ended ${record.status}`);
  return { digest: record.digest, loss: record.curve.at(-1)?.test?.loss ?? Number.NaN };
}

/**
 * Whether some spec that both engines ran has another outcome under engine `number` than under the one
 * before.
 */
export function changedSince(goldens: readonly Golden[], number: number): boolean {
  return goldens.some(({ engines }) => {
    const [before, after] = [engines[number - 1], engines[number]];
    return before !== undefined && after !== undefined && JSON.stringify(before) !== JSON.stringify(after);
  });
}
