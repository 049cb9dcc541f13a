import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { DatasetError } from "../dataset-error.js";
import { readBounded } from "../files/read-bounded.js";
import { writeAtomic } from "../files/write-atomic.js";
import type { TargetParts } from "../target-scale.js";
import { isUnreadable } from "./cache-fault.js";
import type { KeptSet } from "./kept-set.js";

/** A card names every input, of which there may be a million. */
const MAX_CARD_BYTES = 2 ** 28;

const cardPath = (cache: string, name: string) => join(cache, "datasets", `${name}.json`);

/**
 * The card of a kept set; undefined where none of that name is kept, or the cache cannot be read: see
 * `cacheFault`.
 */
export async function readCard(cache: string, name: string): Promise<KeptSet | undefined> {
  // Names of kept sets are plain; anything else must not become a path.
  if (!/^[a-z0-9_-]+$/.test(name)) return undefined;
  const path = cardPath(cache, name);
  let bytes: Uint8Array;
  try {
    bytes = await readBounded(path, path, MAX_CARD_BYTES);
  } catch (error) {
    if (error instanceof DatasetError && isAbsent(error.cause)) return undefined;
    throw error;
  }
  return parseCard(Buffer.from(bytes).toString("utf8"), path);
}

/**
 * Names of all kept sets in a cache folder, sorted; none where there is no such folder, or none that can be
 * read.
 */
export async function keptNames(cache: string): Promise<string[]> {
  try {
    const files = await readdir(join(cache, "datasets"));
    return files
      .filter((file) => file.endsWith(".json"))
      .map((file) => file.slice(0, -".json".length))
      .sort();
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

/** Records a kept set; its rows must be in the cache already. */
export async function writeCard(cache: string, set: KeptSet): Promise<void> {
  await writeAtomic(cardPath(cache, set.about.name), `${JSON.stringify(set, null, 2)}\n`);
}

const isAbsent = (error: unknown) =>
  isUnreadable(error) || (error instanceof Error && "code" in error && error.code === "ENOENT");

function parseCard(text: string, path: string): KeptSet {
  try {
    const card = JSON.parse(text) as Partial<KeptSet>;
    const { kind, inputs, classes, trainRows, validationRows, testRows } = card.shape ?? {};
    const whole =
      card.format === (card.targets !== undefined ? 4 : validationRows === undefined ? 2 : 3) &&
      (card.targets === undefined || isTargets(card.targets)) &&
      typeof card.about?.name === "string" &&
      typeof card.origin?.from === "string" &&
      (kind === "u8" || kind === "f32") &&
      [inputs, classes, trainRows, validationRows ?? 0, testRows].every(Number.isSafeInteger) &&
      /^[0-9a-f]{64}$/.test(card.hash ?? "");
    if (whole) return card as KeptSet;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw new DatasetError(
    "dataset_damaged",
    `${path}: not a card of format 2, 3 or 4; delete it, and fetch or import the dataset again`,
  );
}

function isTargets({ names, offset, scale }: Partial<TargetParts>): boolean {
  const lists = [names, offset, scale];
  return (
    lists.every((list) => Array.isArray(list) && list.length === names?.length) &&
    [...(offset ?? []), ...(scale ?? [])].every(Number.isFinite)
  );
}
