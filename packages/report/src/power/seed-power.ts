import { isSpeedClaim } from "../claims/speed-claim.js";
import { declaredFamily } from "../effects/declared-family.js";
import type { MetricName } from "../metrics/metric-name.js";
import type { Correction } from "../stats/adjust.js";
import { seedsNeeded } from "../stats/seeds-needed.js";
import { POWER, smallestEffect } from "../stats/smallest-effect.js";
import { levelOf } from "../verdict/level.js";
import { strictestLevel } from "../verdict/strictest-level.js";
import type { Run } from "../view/run.js";
import { type PilotSpread, pilotSpreads } from "./pilot-spread.js";
import type { PlannedStudy } from "./planned-study.js";

/** What the seeds of a plan can decide. */
export interface SeedPower {
  readonly seeds: number;
  /** α of this look, which look it is, and of how many that were declared. */
  readonly alpha: number;
  readonly look: number;
  readonly looks: number;
  readonly correction: Correction;
  /** The probability with which what is said is found. */
  readonly power: number;
  /** `<name>-<hash8>` of the run whose spread is taken; absent: effects are in standard deviations alone. */
  readonly pilot?: string;
  readonly families: readonly FamilyPower[];
}

/**
 * Comparisons that are corrected together. `finalists`: on fresh seeds, with the baseline's. `two points`: a
 * study that declares none, and one comparison made anyhow.
 */
export interface FamilyPower {
  readonly of: "finalists" | "baseline" | "claims" | "two points";
  readonly comparisons: number;
  /** Fresh ones where finalists are compared. */
  readonly seeds: number;
  /** The smallest effect found, in standard deviations of the paired differences; absent for one seed. */
  readonly finds_sd?: number;
  /** One for each metric that the pilot has differences of. */
  readonly measured: readonly MeasuredPower[];
}

/** The same in a metric's own unit. */
export interface MeasuredPower {
  readonly metric: MetricName;
  /**
   * Pooled standard deviation of paired differences, of how many comparisons, and their seeds at the fewest.
   */
  readonly sd: number;
  readonly comparisons: number;
  readonly n: number;
  readonly finds?: number;
  /**
   * What counts as no difference, and the seeds that would find so much; without the latter more than 10,000.
   */
  readonly margin?: number;
  readonly needed?: number;
}

/**
 * The smallest effects that a study's seeds find with probability {@link POWER}, over each declared family at
 * its strictest level. In standard deviations of the paired differences; with an earlier run, the study's own
 * or a pilot, also in units of the metric. Of that run only the spread is used, not who is ahead: this is no
 * look at verdicts.
 */
export function seedPower(study: PlannedStudy, pilot?: Run): SeedPower {
  const { seeds, stats, hash } = study;
  const own = pilot?.study.hash === hash ? pilot.history?.looks : [];
  const { alpha, look, declared: looks } = levelOf(stats, seeds.length, own);
  const spreads = pilot === undefined ? { baseline: [], claims: [] } : pilotSpreads(study, pilot);
  const fresh = study.confirm?.seeds.length ?? seeds.length;
  const family = (
    of: FamilyPower["of"],
    comparisons: number,
    own: readonly PilotSpread[],
    n = seeds.length,
  ): FamilyPower => {
    const strict = strictestLevel(alpha, comparisons, stats.correction);
    const finds = smallestEffect(n, strict);
    return {
      of,
      comparisons,
      seeds: n,
      ...(finds === undefined ? {} : { finds_sd: finds }),
      measured: own.map((spread) => measuredPower(spread, { finds, strict })),
    };
  };
  const compared = declaredFamily(study);
  const claims = study.claims.filter((claim) => !isSpeedClaim(claim));
  const finalists = comparedFinalists(study);
  const declared = [
    ...(finalists > 0 ? [family("finalists", finalists, spreads.baseline, fresh)] : []),
    ...(compared > 0 && finalists === 0 ? [family("baseline", compared, spreads.baseline)] : []),
    ...(claims.length > 0
      ? [
          family(
            "claims",
            claims.length,
            spreads.claims,
            claims.every(({ at }) => at === "best") ? fresh : seeds.length,
          ),
        ]
      : []),
  ];
  return {
    seeds: seeds.length,
    alpha,
    look,
    looks,
    correction: stats.correction,
    power: POWER,
    ...(pilot && { pilot: `${pilot.study.name}-${pilot.study.hash.slice(0, 8)}` }),
    families: declared.length > 0 ? declared : [family("two points", 1, [])],
  };
}

/** Finalists that are compared with the baseline's: those of the other activations, on each dataset. */
function comparedFinalists({ axes, confirm, baseline }: PlannedStudy): number {
  if (confirm === undefined || baseline?.activation === undefined) return 0;
  const count = (axis: string, none: number): number =>
    axes.find(({ name }) => name === axis)?.values.length ?? none;
  return (count("activation", 1) - 1) * count("dataset.name", 1);
}

function measuredPower(
  spread: PilotSpread,
  { finds, strict }: { readonly finds: number | undefined; readonly strict: number },
): MeasuredPower {
  const { sd, margin } = spread;
  const needed = margin === undefined ? undefined : seedsNeeded(margin / sd, strict);
  return {
    ...spread,
    ...(finds === undefined ? {} : { finds: finds * sd }),
    ...(needed === undefined ? {} : { needed }),
  };
}
