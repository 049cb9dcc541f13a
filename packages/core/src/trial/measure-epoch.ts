import type { Totals } from "../network/network.js";
import type { UnitStatistics } from "../network/unit-statistics.js";
import { weightDigest } from "../network/weights.js";
import { measureUnits, saturatedBelow, unitDetails } from "./measure-units.js";
import type { PreparedTrial } from "./prepare-trial.js";
import { probeRows } from "./probe-rows.js";
import type { EpochRecord, Score, StepProbe, UnitDetails } from "./record.js";
import type { MeasureSpec } from "./spec.js";
import { trainedParams, unitParams } from "./trained-params.js";
import { UnitHistory } from "./unit-history.js";

type Probed = Omit<StepProbe, "step">;

/** Measures a trial's network as it stands, at epochs' ends and between them; owns what probes leave to the next. */
export class Meter {
  private readonly history = new UnitHistory();
  /** The examples of the probe. */
  readonly probeRows: Uint32Array;
  /** Probes since the last epoch's end. */
  private waiting: StepProbe[] = [];

  constructor(
    private readonly trial: PreparedTrial,
    private readonly measure: MeasureSpec,
  ) {
    this.probeRows = probeRows(trial.split, measure);
  }

  /** Examples of the probe. */
  get probeSize(): number {
    return this.probeRows.length;
  }

  /** Losses, accuracies, units, learned parameters and digest. `probe`: units too. */
  epoch(probe: boolean): Omit<EpochRecord, "epoch" | "step" | "train_s"> {
    const { network, split, positions } = this.trial;
    const digest = weightDigest(network, positions);
    const { score, ...units }: Partial<Probed> = probe ? this.probe() : {};
    const probes = this.waiting;
    this.waiting = [];
    return {
      train: score && this.probeRows === split.trainRising ? score : this.score(split.trainRising),
      ...units,
      ...(probes.length > 0 ? { probes } : {}),
      ...(split.validation.length > 0 ? { validation: this.score(split.validation) } : {}),
      ...(split.test.length > 0 ? { test: this.score(split.test) } : {}),
      ...trainedParams(network),
      ...(digest === undefined ? {} : { digest }),
    };
  }

  /** Probes the units after update `step`, within an epoch; not where the loss is no number, from which a trial does not come back. */
  between(step: number): void {
    const probed = this.probe();
    if (Number.isFinite(probed.score.loss)) this.waiting.push({ step, ...probed });
  }

  /** The probes that wait for their epoch's end, for a checkpoint. */
  get probes(): readonly StepProbe[] {
    return this.waiting;
  }

  restore(curve: readonly EpochRecord[], probes: readonly StepProbe[] = []): void {
    this.waiting = [...probes];
    this.history.restore([...curve, { probes }]);
  }

  private score(rows: Uint32Array): Score {
    return this.scoreOf(this.trial.network.evaluate(this.trial.source, rows), rows.length);
  }

  private scoreOf({ loss, correct }: Totals, rows: number): Score {
    const mean = loss / rows;
    return {
      ...(Number.isFinite(mean) ? { loss: mean } : {}),
      ...(this.trial.classifies ? { accuracy: correct / rows } : {}),
    };
  }

  private probe(): Probed {
    const { network, source, supSlopes } = this.trial;
    const rows = this.probeRows;
    const layers = network.unitStatistics(this.measure.forensics ? undefined : supSlopes.map(saturatedBelow));
    const score = this.scoreOf(network.evaluate(source, rows, layers), rows.length);
    const units = layers.map((layer, index) => measureUnits(layer, supSlopes[index] ?? 1));
    return {
      score,
      units: this.history.next(units),
      ...(this.measure.forensics ? { unit_details: this.details(layers) } : {}),
    };
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
