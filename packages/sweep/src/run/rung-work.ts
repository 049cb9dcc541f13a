import { cardTaskData, type Pruned, stepsOf, type TrialRecord } from "@actbench/core/internal";
import { type Decisions, decideRungs, type Leg, type Loser } from "../halving/decide-rungs.js";
import type { EarlyTermination } from "../plan/early-termination.js";
import { pointCosts } from "../plan/point-costs.js";
import { runOrder } from "../plan/run-order.js";
import { expectedCost } from "../plan/rung-plan.js";
import { isFailure } from "../results/is-failure.js";
import type { QueuedTrial } from "./queued-trial.js";
import type { NextTrials, Work } from "./work.js";
import type { WritableRun } from "./writable-run.js";

/**
 * The trials over the seeds of a study with rungs: each runs to its next rung and pauses there until all
 * others have come.
 */
export class RungWork implements Work {
  readonly cost: number;
  readonly #run: WritableRun;
  readonly #early: EarlyTermination;
  /** Failures to run again, and nothing else; what they came to before does not count. */
  readonly #again: ReadonlyMap<string, TrialRecord> | undefined;
  readonly #costs: readonly number[];
  #round = 0;

  constructor(run: WritableRun, early: EarlyTermination, again: "failed" | undefined) {
    const { study, records } = run;
    this.#run = run;
    this.#early = early;
    this.#again = again && new Map([...records].filter(([, record]) => isFailure(record)));
    this.#costs = pointCosts(study.points, study.data.map(cardTaskData));
    const whole = expectedCost(study.points, this.#costs, early) * study.seeds.length;
    const own = new Set(study.seeds);
    const done = study.plan.reduce((sum, { id, point, seed }) => {
      if (!own.has(seed)) return sum;
      const steps = records.has(id) ? Number.POSITIVE_INFINITY : this.#stepsDone(id);
      return sum + this.#cost(point, 0, steps);
    }, 0);
    this.cost = Math.max(0, whole - done);
  }

  more(running: ReadonlySet<string>): NextTrials {
    const { legs, losers } = this.#decide();
    const round = this.#round++;
    return {
      trials: legs
        .filter(({ trial: { id } }) => !running.has(id) && this.#again?.has(id) !== false)
        .flatMap((leg) => this.#queued(leg, round))
        .sort(runOrder(this.#run.study.seeds)),
      ended: losers.filter((loser) => !this.#isKnown(loser)).map(prunedRecord),
    };
  }

  isDone(): boolean {
    const { legs, losers } = this.#decide();
    return legs.length === 0 && losers.every((loser) => this.#isKnown(loser));
  }

  #decide(): Decisions {
    const { study, records, checkpoints } = this.#run;
    return decideRungs(study, this.#early, {
      record: (id) => {
        const record = records.get(id);
        const isReplaced = record === this.#again?.get(id) || checkpoints.get(id)?.again === true;
        return isReplaced ? undefined : record;
      },
      pausedCurve: (id) => checkpoints.get(id)?.curve,
    });
  }

  #isKnown({ trial, rung, machine }: Loser): boolean {
    const record = this.#run.records.get(trial.id);
    return (
      record?.status === "pruned" && record.rung === rung && (record.depended_on_machine === true) === machine
    );
  }

  #queued({ trial, until }: Leg, round: number): readonly QueuedTrial[] {
    const point = this.#run.study.points[trial.point];
    if (point === undefined) return [];
    const from = this.#stepsDone(trial.id);
    const cost = this.#cost(trial.point, from, until ?? Number.POSITIVE_INFINITY);
    const spec = { ...point.spec, seed: trial.seed };
    const { label } = point;
    return [{ trial, label, spec, cost, from, round, ...(until === undefined ? {} : { until }) }];
  }

  #stepsDone(id: string): number {
    return this.#run.checkpoints.get(id)?.curve.at(-1)?.step ?? 0;
  }

  /** Operations from one step of a point's trial to another. */
  #cost(point: number, from: number, to: number): number {
    const spec = this.#run.study.points[point]?.spec;
    const steps = spec === undefined ? 0 : stepsOf(spec);
    const cost = this.#costs[point] ?? 0;
    return steps === 0 ? cost : (cost * (Math.min(to, steps) - from)) / steps;
  }
}

function prunedRecord({ trial, rung, curve, machine }: Loser): Pruned {
  return {
    status: "pruned",
    id: trial.id,
    curve,
    rung,
    ...(machine ? { depended_on_machine: true } : {}),
    digest: curve.at(-1)?.digest ?? "",
  };
}
