import type { TrialRecord } from "@actbench/core/internal";
import type { Run } from "../view/run.js";
import { outcomeOnPage } from "./outcome-on-page.js";
import { MISSING_STATUS, type PackedRecords } from "./packed-records.js";
import type { PackedTrial } from "./packed-trial.js";
import { rankRows } from "./rank-rows.js";
import { recordTexts } from "./record-texts.js";
import { writeRowless } from "./rowless.js";
import { textRows } from "./text-rows.js";
import { endsOfRecord, type Thinning, thinningOf, thinRecord } from "./thin-record.js";
import { MAX_UNRUN_ROWS, writeUnrun } from "./unrun.js";
import { writeInts } from "./varint.js";

/** Numbers things in the order in which they first come. */
function numbering<T>() {
  const numbers = new Map<T, number>();
  return {
    numberOf(item: T): number {
      const number = numbers.get(item) ?? numbers.size;
      numbers.set(item, number);
      return number;
    },
    items: (): readonly T[] => [...numbers.keys()],
  };
}

export interface PackOptions {
  /** Default: that of the study. */
  readonly thinning?: Thinning;
  /** Gets the share of the trials that are written, now and then. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

const TRIALS_A_STEP = 1000;

/** A run's records by their place in its plan. */
type RecordsByPlan = readonly (TrialRecord | undefined)[];

/**
 * Packs the records of a run's plan: curves thinned as `thin-record.ts` says, numbers rounded as
 * `precision.ts` says. Records of no line of the plan are left out.
 */
export function packRecords(run: Run, options: PackOptions = {}): PackedRecords {
  const { plan } = run.study;
  const byId = new Map(run.records.map((record) => [record.id, record]));
  const placed = plan.map(({ id }) => byId.get(id));
  const { finished, hasRow, texts } = writtenRows(run, placed, options);
  const [seeds, statuses] = [numbering<number>(), numbering<string>()];
  const missing = plan.filter((_, place) => placed[place] === undefined);
  const unrun = new Set(missing.length > MAX_UNRUN_ROWS ? missing : []);
  const [trials, rowless]: [PackedTrial[], PackedTrial[]] = [[], []];
  plan.forEach((planned, place) => {
    if (unrun.has(planned)) return;
    const { trial, point, seed } = planned;
    const record = placed[place];
    const head = writeInts([seeds.numberOf(seed), statuses.numberOf(record?.status ?? MISSING_STATUS)]);
    const numbers = head + (finished.textOf(place) ?? "");
    const digest = record !== undefined && "digest" in record ? record.digest : "";
    (record === undefined || hasRow(planned.id) ? trials : rowless).push({ trial, point, digest, numbers });
  });
  for (const { seed } of unrun) seeds.numberOf(seed);
  const layout = {
    seeds: seeds.items(),
    statuses: statuses.items(),
    outcome: finished.outcome,
    epoch: finished.epoch,
    usual: finished.usual,
    unrun: writeUnrun([...unrun], seeds.items()),
    ...(rowless.length > 0 && { rowless: writeRowless(rowless) }),
    texts,
  };
  return { layout, trials };
}

/**
 * All records as texts; where there are more than rows, whole curves are read of those alone that get one.
 */
function writtenRows(run: Run, placed: RecordsByPlan, options: PackOptions) {
  const { plan } = run.study;
  const { thinning = thinningOf(run.study), onProgress = () => {} } = options;
  const { withEnds = (record) => record } = run;
  const rows = textRows(placed.length);
  const isLarge = placed.length > thinning.rows;
  const outcomes: TrialRecord[] = [];
  const texts: Record<string, object> = {};
  placed.forEach((found, place) => {
    if (found === undefined) return;
    const record = isLarge ? endsOfRecord(withEnds(found), thinning) : thinRecord(found, thinning);
    rows.write(place, record);
    if (isLarge) outcomes.push(outcomeOnPage(record));
    const left = recordTexts(record);
    if (left !== undefined) texts[plan[place]?.trial ?? 0] = left;
    if (place % TRIALS_A_STEP === 0) onProgress(place / placed.length);
  });
  if (!isLarge) return { finished: rows.finish(), texts, hasRow: () => true };
  const best = rankRows(run, outcomes, thinning.rows);
  placed.forEach((found, place) => {
    if (found !== undefined && best.has(found.id)) rows.write(place, thinRecord(found, thinning));
  });
  return { finished: rows.finish(), texts, hasRow: (id: string) => best.has(id) };
}
