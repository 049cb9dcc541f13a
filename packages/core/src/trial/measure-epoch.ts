import type { EpochRecord, Score, StepProbe, UnitDetails } from "../contract/record.js";
import type { PointSpec } from "../contract/spec.js";
import type { UnitStatistics } from "../network/unit-statistics.js";
import { weightDigest } from "../network/weights.js";
import { type EvaluationTotals, readsOutputs } from "../score/score-entry.js";
import { countUnits, saturatedBelow, unitDetails } from "./count-units.js";
import { isTrainingScored, type Moment, UNIT_SAMPLE, unitsRead } from "./epoch-moment.js";
import type { PreparedTrial } from "./prepare-trial.js";
import { firstRows, probeRows } from "./probe-rows.js";
import { trainedParams, unitParams } from "./trained-params.js";
import { UnitTurnover } from "./unit-turnover.js";

type Probed = Omit<StepProbe, "step">;

/**
 * Measures a trial's current network, at the end of epochs and between them; owns the state that probes
 * share.
 */
export class Meter {
  private readonly history: UnitTurnover;
  /** The examples of the probe. */
  readonly probeRows: Uint32Array;
  /** The examples of the probe on which units are measured between the ends, and the probe's others. */
  private readonly sample: Uint32Array;
  private others: Uint32Array | undefined;
  /** The examples of a training score where `measure.train` is a number. */
  private readonly scored: Uint32Array;
  /** Probes since the last epoch's end. */
  private waiting: StepProbe[] = [];

  constructor(
    private readonly trial: PreparedTrial,
    private readonly spec: Pick<PointSpec, "dataset" | "measure">,
  ) {
    const { split } = trial;
    const { measure } = spec;
    this.history = new UnitTurnover(measure.turnover === true);
    this.probeRows = probeRows(split, measure);
    this.sample = firstRows(split, this.probeRows, UNIT_SAMPLE);
    this.scored =
      typeof measure.train === "number"
        ? firstRows(split, split.trainRising, measure.train)
        : split.trainRising;
  }

  /** Examples of the probe. */
  get probeSize(): number {
    return this.probeRows.length;
  }

  /** Losses, accuracies, units, learned parameters and digest after update `step`. */
  epoch(step: number, moment: Moment): Omit<EpochRecord, "epoch" | "step" | "train_s"> {
    const { network, split, positions } = this.trial;
    const digest = weightDigest(network, positions);
    const { score, ...units } = this.units(step, moment);
    const probes = this.waiting;
    this.waiting = [];
    const train = this.trainScore(moment, score);
    return {
      ...(train === undefined ? {} : { train }),
      ...units,
      ...(probes.length > 0 ? { probes } : {}),
      ...(split.validation.length > 0 ? { validation: this.score(split.validation) } : {}),
      ...(split.test.length > 0 ? { test: this.score(split.test) } : {}),
      ...trainedParams(network),
      ...(digest === undefined ? {} : { digest }),
    };
  }

  /** The units as `measure.every` asks at a moment, and the score of the probe where it was read whole. */
  private units(step: number, moment: Moment): Partial<Probed> & Pick<EpochRecord, "units_n"> {
    const read = unitsRead(this.spec, moment);
    if (read === "none") return {};
    if (read === "whole") return this.probe(step);
    const { score: _, ...sampled } = this.probe(step, this.sample);
    return { ...sampled, units_n: this.sample.length };
  }

  /** The training score that `measure.train` asks for; `probed`, of the probe just read, spares a reading. */
  private trainScore(moment: Moment, probed: Score | undefined): Score | undefined {
    if (!isTrainingScored(this.spec, moment)) return undefined;
    return probed !== undefined && this.probeRows === this.trial.split.trainRising
      ? probed
      : this.score(this.scored);
  }

  /**
   * Probes the units after update `step`, within an epoch; not where the loss is no number, from which a
   * trial does not come back.
   */
  between(step: number): void {
    const probed = this.probe(step);
    if (Number.isFinite(probed.score.loss)) this.waiting.push({ step, ...probed });
  }

  /** The probes that wait for their epoch's end, for a checkpoint. */
  get probes(): readonly StepProbe[] {
    return this.waiting;
  }

  restore(curve: readonly EpochRecord[], probes: readonly StepProbe[] = []): void {
    this.waiting = [...probes];
    this.history.restore(curve, probes);
  }

  /** The scores over some rows, and in the same pass what units do where `layers` are given. */
  private score(rows: Uint32Array, layers?: readonly UnitStatistics[]): Score {
    const { network, source, scores } = this.trial;
    const out = network.layout.layers[network.layout.layers.length - 1];
    const tallies = new Map(
      scores.flatMap((score) => (readsOutputs(score) ? [[score, score.begin(out?.units ?? 0)]] : [])),
    );
    const totals = network.evaluate(source, rows, layers, [...tallies.values()]);
    const values = scores.map((score) => [
      score.name,
      readsOutputs(score) ? tallies.get(score)?.value() : score.of(totals, rows.length),
    ]);
    return {
      ...Object.fromEntries(values.filter(([, value]) => Number.isFinite(value))),
      ...targetScores(totals, rows.length),
    };
  }

  /** Units over some rows of the probe; which are dead is of the whole probe all the same. */
  private probe(step: number, rows = this.probeRows): Probed {
    const { network, source, supSlopes } = this.trial;
    const layers = network.unitStatistics(
      this.spec.measure.forensics ? undefined : supSlopes.map(saturatedBelow),
    );
    const score = this.score(rows, layers);
    if (rows !== this.probeRows)
      network.survey(
        source,
        this.beyondSample(),
        layers.map(({ alive }) => alive),
      );
    const units = layers.map((layer, index) => countUnits(layer, supSlopes[index] ?? 1));
    return {
      score,
      units: this.history.next(units, step),
      ...(this.spec.measure.forensics ? { unit_details: this.details(layers) } : {}),
    };
  }

  /** The examples of the probe that the sample does not hold. */
  private beyondSample(): Uint32Array {
    if (this.others === undefined) {
      const sampled = new Set(this.sample);
      this.others = this.probeRows.filter((row) => !sampled.has(row));
    }
    return this.others;
  }

  private details(statistics: readonly UnitStatistics[]): readonly UnitDetails[] {
    const { network } = this.trial;
    const hidden = network.layout.layers.filter(({ formulas }) => formulas);
    return statistics.map((own, index) => ({
      ...unitDetails(own),
      ...unitParams(network, hidden[index]),
    }));
  }
}

/** The error of each target, where there are several and all are finite. */
function targetScores({ errors }: EvaluationTotals, rows: number): Pick<Score, "target_rmse"> {
  if (errors === undefined || errors.squares.length < 2) return {};
  const each = Array.from(errors.squares, (sum) => Math.sqrt(sum / rows));
  return each.every(Number.isFinite) ? { target_rmse: each } : {};
}
