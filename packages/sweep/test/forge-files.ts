import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Document, parse as parseYaml } from "yaml";
import { decodeCurve, encodeCurve } from "../src/journal/curve-text.js";
import { composeLine } from "../src/journal/journal-line.js";

/** A value in a run's file: the line, 0-based, and the keys that lead to it. */
export interface ForgedPlace {
  readonly file: string;
  readonly line: number;
  readonly path: readonly (string | number)[];
}

type Node = Record<string | number, unknown>;

const JSON_LINES = ["points.jsonl", "plan.jsonl", "speed.jsonl", "looks.jsonl"];
const LOCK = "study.lock.yaml";
const JOURNAL = "journal.jsonl";

/** What a file holds, a value a line. */
function readValues(folder: string, file: string): unknown[] {
  const text = readFileSync(join(folder, file), "utf8");
  if (file === LOCK) return [parseYaml(text)];
  const lines = text.split("\n").slice(0, -1);
  if (file !== JOURNAL) return lines.map((line) => JSON.parse(line) as unknown);
  return lines.map((line) => {
    const { n, entry, curve } = JSON.parse(line) as { n: number; entry: unknown; curve?: unknown };
    return { n, entry, curve: typeof curve === "string" ? decodeCurve(JSON.stringify(curve)) : curve };
  });
}

/**
 * Writes a file with whatever values, each checksum right: those in the file, and those that the lock holds
 * of it.
 */
function writeValues(folder: string, file: string, values: readonly unknown[]): void {
  const path = join(folder, file);
  if (file === LOCK) writeLock(folder, values[0]);
  else if (file === JOURNAL) writeFileSync(path, Buffer.concat(values.map(journalLine)));
  else {
    const text = values.map((value) => `${JSON.stringify(value)}\n`).join("");
    writeFileSync(path, text);
    vouchFor(folder, file.split(".")[0] ?? "", text);
  }
}

/** Puts the hash of points or plan into the lock. */
function vouchFor(folder: string, name: string, text: string): void {
  const [lock] = readValues(folder, LOCK) as [{ sha256: Record<string, string> }];
  if (Object.hasOwn(lock.sha256, name))
    writeLock(folder, { ...lock, sha256: { ...lock.sha256, [name]: sha256(text) } });
}

function writeLock(folder: string, lock: unknown): void {
  const body = new Document(lock, { aliasDuplicateObjects: false }).toString({ lineWidth: 0 });
  writeFileSync(join(folder, LOCK), `${body}# SHA-256 of all above: ${sha256(body)}\n`);
}

function journalLine(value: unknown, i: number): Buffer {
  const { n = i, entry, curve } = (value ?? {}) as { n?: number; entry?: unknown; curve?: unknown };
  const body = Buffer.from(JSON.stringify(entry ?? null));
  return composeLine(n, body, Buffer.from(encodeCurve((curve ?? null) as never)));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Places of values in all files of a run: of long lists, and of lines, the first two and the last. */
export function placesOf(folder: string): readonly ForgedPlace[] {
  return [LOCK, ...JSON_LINES, JOURNAL]
    .filter((file) => existsSync(join(folder, file)))
    .flatMap((file) => {
      const values = readValues(folder, file);
      return ends(values.length).flatMap((line) =>
        placesIn(values[line]).map((path) => ({ file, line, path })),
      );
    });
}

function placesIn(value: unknown): readonly (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [[]];
  const keys = Array.isArray(value) ? ends(value.length) : Object.keys(value);
  return [[], ...keys.flatMap((key) => placesIn((value as Node)[key]).map((path) => [key, ...path]))];
}

function ends(length: number): readonly number[] {
  return [...new Set([0, 1, length - 1])].filter((i) => i >= 0 && i < length);
}

/**
 * Puts another value in a place, `undefined` to take it away. The file is whole afterwards, each checksum
 * right.
 */
export function forgeValue(folder: string, { file, line, path }: ForgedPlace, forged: unknown): void {
  const values = readValues(folder, file);
  const last = path.at(-1);
  if (last === undefined) values[line] = forged ?? null;
  else {
    const parent = path
      .slice(0, -1)
      .reduce<unknown>((node, key) => (node as Node)[key], values[line]) as Node;
    if (forged !== undefined) parent[last] = forged;
    else if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else delete parent[last];
  }
  writeValues(folder, file, values);
}
