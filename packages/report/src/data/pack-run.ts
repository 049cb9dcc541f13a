import type { TrialRecord } from "@actbench/core/internal";
import type { Run } from "../view/run.js";
import { encodeHead } from "./encode-head.js";
import { packRecords } from "./pack-records.js";
import { packFits, unpackFits } from "./packed-fits.js";
import { embeddable, type PageData } from "./page-data.js";
import { unpackRecords } from "./unpack-records.js";

/** A run as a page holds it. */
export interface PackedRun {
  readonly data: PageData;
  /**
   * The run that the data gives back: what a page shows is made from this alone, so it can be made again from
   * itself.
   */
  readonly run: Run;
}

// What was a record a moment ago needs no check, which would take half of the time of a page of 10,000
// trials.
function ownRecord(value: unknown): TrialRecord {
  return value as TrialRecord;
}

/** Packs a run for a page: in plan order, curves thinned, numbers rounded, unplanned records counted. */
export function packRun(run: Run, onProgress?: (share: number) => void): PackedRun {
  const { study, records, unplanned = 0, history, speed, regions } = run;
  const fits = run.fits && packFits(run.fits);
  const packed = packRecords(run, { onProgress });
  const ids = new Map(study.plan.map(({ point, seed, id }) => [`${point} ${seed}`, id]));
  const unpacked = unpackRecords(packed, {
    idOf: (point, seed) => ids.get(`${point} ${seed}`) ?? "",
    recordShape: ownRecord,
  });
  const kept = unpacked.flatMap(({ record }) => record ?? []);
  const all = unplanned + records.length - kept.length;
  return {
    data: {
      head: embeddable(
        encodeHead({ study, layout: packed.layout, unplanned: all, history, speed, regions, fits }),
      ),
      trials: packed.trials,
    },
    run: {
      study,
      records: kept,
      unplanned: all,
      ...(history && { history }),
      ...(speed && { speed }),
      ...(regions && { regions }),
      // In the digits that the page holds, so that a page made again from itself is the same.
      ...(fits && { fits: unpackFits(fits) }),
    },
  };
}
