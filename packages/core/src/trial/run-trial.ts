import type { Checkpoint, Paused } from "../contract/executor.js";
import { trialId } from "../contract/identity.js";
import type { Completed, Diverged, EpochRecord, TrialRecord } from "../contract/record.js";
import type { TrialSpec } from "../contract/spec.js";
import type { Dataset } from "../data/dataset.js";
import { returnNetwork } from "../network/network-pool.js";
import { nextChosenUpdate } from "./chosen-updates.js";
import { stepsOf, stepsPerEpoch } from "./cost.js";
import { epochMoment } from "./epoch-moment.js";
import { GradientMeter } from "./gradient-meter.js";
import { keptWeights } from "./kept-weights.js";
import { Meter } from "./measure-epoch.js";
import { nextProbe } from "./next-probe.js";
import { PhaseClock } from "./phase-clock.js";
import { type PreparedTrial, prepareTrial } from "./prepare-trial.js";
import { startNetwork } from "./start-network.js";
import { Trainer } from "./trainer.js";
import type { TrialHost } from "./trial-host.js";
import { EMPTY_TALLY, type TrialTally, tallyFromNumbers, tallyToNumbers } from "./trial-tally.js";

export interface TrialOptions {
  readonly from?: Checkpoint;
  /** Pause once this many updates are made. */
  readonly until?: number;
}

/** How a run ended, and its final weights and optimizer state, even if nothing resumes from them. */
export interface TrialEnd {
  readonly result: TrialRecord | Paused;
  readonly state: () => Checkpoint;
}

/**
 * Trains one trial: a pure function of spec and data but for the times the host's clock gives. The same spec
 * gives the same digests on every engine and machine of its numerics profile.
 */
export function runTrial(
  spec: TrialSpec,
  data: Dataset,
  host: TrialHost,
  options: TrialOptions = {},
): TrialRecord | Paused {
  const trial = new Trial(spec, data, host, options);
  const result = trial.run();
  trial.end();
  return result;
}

/** A trial that is trained epoch by epoch, so that other things can happen between. */
export interface TrialInParts {
  /**
   * Trains to the end of the next epoch, the initialization being the first; gives what came of the trial
   * when that was the last.
   */
  advance(): TrialRecord | Paused | undefined;
  /** Gives the trial's memory up; nothing may be called after it. */
  end(): void;
}

/** {@link runTrial} in parts, which come to the same bits. Throws as it does. */
export function startTrial(
  spec: TrialSpec,
  data: Dataset,
  host: TrialHost,
  options: TrialOptions = {},
): TrialInParts {
  return new Trial(spec, data, host, options);
}

/** {@link runTrial}, with the state it ended in. */
export function trainTrial(
  spec: TrialSpec,
  data: Dataset,
  host: TrialHost,
  options: TrialOptions = {},
): TrialEnd {
  const trial = new Trial(spec, data, host, options);
  return { result: trial.run(), state: () => trial.checkpoint() };
}

/** One trial under way: owns its network and its curve. */
class Trial implements TrialInParts {
  private readonly id: string;
  private readonly trial: PreparedTrial;
  private readonly phases: PhaseClock;
  private readonly trainer: Trainer;
  private readonly meter: Meter;
  /** Present under `measure.gradients`. */
  private readonly gradients: GradientMeter | undefined;
  private readonly curve: EpochRecord[] = [];
  private readonly steps: number;
  private readonly perEpoch: number;
  private readonly startupSeconds: number;
  private readonly cpuStart: number | undefined;
  private step = 0;
  private tally: TrialTally = EMPTY_TALLY;

  constructor(
    private readonly spec: TrialSpec,
    data: Dataset,
    private readonly host: TrialHost,
    private readonly options: TrialOptions,
  ) {
    const started = host.now();
    this.cpuStart = host.cpuSeconds?.();
    this.id = trialId(spec);
    this.trial = prepareTrial(spec, data, host.functionsOf);
    const { network, moments } = this.trial;
    this.steps = stepsOf(spec);
    this.phases = new PhaseClock(() => host.now(), this.steps);
    this.trainer = new Trainer(spec, this.trial, this.phases);
    this.meter = new Meter(this.trial, spec);
    this.gradients = spec.measure.gradients
      ? new GradientMeter(this.trial, this.trainer, this.meter.probeRows)
      : undefined;
    this.perEpoch = stepsPerEpoch(spec);
    if (options.from) this.restore(options.from);
    else startNetwork(network, spec, moments);
    this.startupSeconds = host.now() - started;
  }

  /** Gives the network up; what {@link run} gave keeps nothing of it. */
  end(): void {
    returnNetwork(this.trial.network);
  }

  run(): TrialRecord | Paused {
    for (;;) {
      const result = this.advance();
      if (result !== undefined) return result;
    }
  }

  advance(): TrialRecord | Paused | undefined {
    if (this.curve.length === 0) return this.closeEpoch();
    const until = Math.min(this.options.until ?? this.steps, this.steps);
    if (this.step < until) return this.trainEpoch(until);
    return this.step < this.steps
      ? { status: "paused", id: this.id, checkpoint: this.checkpoint() }
      : {
          status: "completed",
          ...this.ran(),
          digest: this.lastDigest(),
          ...keptWeights(this.trial.network, this.spec),
        };
  }

  /** Trains to the end of the running epoch, or to `until`; gives a record when the trial ends there. */
  private trainEpoch(until: number): Diverged | undefined {
    const epoch = Math.floor(this.step / this.perEpoch);
    const end = Math.min(until, (epoch + 1) * this.perEpoch);
    while (this.step < end) {
      if (!this.trainTo(Math.min(end, nextProbe(this.spec.measure, this.step)))) return this.diverge();
      if (this.step === this.steps || this.step % this.perEpoch === 0) return this.closeEpoch();
      if (this.step === nextProbe(this.spec.measure, this.step - 1)) this.probe();
    }
    return undefined;
  }

  private probe(): void {
    this.timeMeasuring(() => this.meter.between(this.step));
  }

  private timeMeasuring(measure: () => void): void {
    const before = this.host.now();
    measure();
    const { evaluateSeconds } = this.tally;
    this.tally = { ...this.tally, evaluateSeconds: evaluateSeconds + this.host.now() - before };
  }

  /** Updates until step `end`, some of them measured; false when a batch's loss was not finite. */
  private trainTo(end: number): boolean {
    const { gradients } = this;
    if (gradients === undefined) return this.timeSteps(end);
    while (this.step < end) {
      const moment = nextChosenUpdate(this.step, this.steps);
      if (!this.timeSteps(Math.min(end, moment))) return false;
      if (this.step !== moment || moment === end) continue;
      this.timeMeasuring(() => gradients.before(moment));
      if (!this.timeSteps(moment + 1)) return false;
      this.timeMeasuring(() => gradients.after(moment));
    }
    return true;
  }

  /** {@link trainSteps}, on the clock. */
  private timeSteps(end: number): boolean {
    const before = this.host.now();
    const finite = this.trainSteps(end);
    const seconds = this.host.now() - before;
    this.tally = {
      ...this.tally,
      runningSeconds: this.tally.runningSeconds + seconds,
      trainSeconds: this.tally.trainSeconds + seconds,
    };
    return finite;
  }

  /** Updates until step `end`; false when a batch's loss was not finite. */
  private trainSteps(end: number): boolean {
    const { host, trainer } = this;
    let { runningLoss, runningCorrect, runningRows, samples, lastLoss } = this.tally;
    let finite = true;
    while (this.step < end && finite) {
      const rows = trainer.rows(this.step);
      const loss = trainer.update(this.step);
      this.step++;
      if (host.progress) host.progress[0] = this.step;
      finite = Number.isFinite(loss);
      if (!finite) break;
      lastLoss = loss / rows;
      runningLoss += loss;
      runningCorrect += this.trial.network.correct;
      runningRows += rows;
      samples += rows;
    }
    this.tally = {
      ...this.tally,
      runningLoss,
      runningCorrect,
      runningRows,
      samples,
      ...(lastLoss === undefined ? {} : { lastLoss }),
    };
    return finite;
  }

  /** Evaluates, probes and records the state after an epoch (0: the initialization). */
  private closeEpoch(): Diverged | undefined {
    const { host, tally } = this;
    const before = host.now();
    const state = this.meter.epoch(this.step, epochMoment(this.step, this.steps));
    const running = this.running();
    this.tally = {
      ...tally,
      runningLoss: 0,
      runningCorrect: 0,
      runningRows: 0,
      runningSeconds: 0,
      evaluateSeconds: tally.evaluateSeconds + host.now() - before,
    };
    const losses = [state.train, state.validation, state.test].flatMap((score) => score?.loss ?? []);
    if (state.digest === undefined || !losses.every(Number.isFinite)) return this.diverge();
    const gradients = this.gradients?.take() ?? [];
    const epoch: EpochRecord = {
      epoch: Math.ceil(this.step / Math.max(1, this.perEpoch)),
      step: this.step,
      ...running,
      ...state,
      ...(gradients.length > 0 ? { gradients } : {}),
      train_s: tally.runningSeconds,
    };
    this.curve.push(epoch);
    host.onEvent?.({ type: "epoch", id: this.id, epoch });
    return undefined;
  }

  /** Averages over the epoch's batches. */
  private running(): Pick<EpochRecord, "running_loss" | "running_accuracy"> {
    const { runningLoss, runningCorrect, runningRows } = this.tally;
    if (runningRows === 0) return {};
    return {
      running_loss: runningLoss / runningRows,
      ...(this.trial.scores.some(({ name }) => name === "accuracy")
        ? { running_accuracy: runningCorrect / runningRows }
        : {}),
    };
  }

  private ran(): Pick<Completed, "id" | "curve" | "probe_n" | "timing" | "peak_bytes"> {
    const { trainSeconds, evaluateSeconds, samples } = this.tally;
    return {
      id: this.id,
      curve: this.curve,
      ...(this.spec.measure.dead_units ? { probe_n: this.meter.probeSize } : {}),
      timing: {
        startup_s: this.startupSeconds,
        train_s: trainSeconds,
        evaluate_s: evaluateSeconds,
        ...(trainSeconds > 0 ? { samples_per_s: samples / trainSeconds } : {}),
        ...this.phases.shares(trainSeconds),
        ...this.cpu(),
      },
      peak_bytes: this.trial.network.memory.buffer.byteLength,
    };
  }

  /** Processor time so far; nothing where it is not known of every part of the trial. */
  private cpu(): { readonly cpu_s?: number } {
    const { cpuStart, host } = this;
    const before = this.options.from === undefined ? 0 : this.options.from.cpu_s;
    const now = host.cpuSeconds?.();
    return now === undefined || cpuStart === undefined || before === undefined
      ? {}
      : { cpu_s: before + now - cpuStart };
  }

  private diverge(): Diverged {
    const layer = this.trial.network.firstBrokenLayer();
    const { lastLoss } = this.tally;
    return {
      status: "diverged",
      ...this.ran(),
      step: this.step,
      ...(layer === undefined ? {} : { layer }),
      ...(lastLoss === undefined ? {} : { last_finite_loss: lastLoss }),
      digest: this.lastDigest(),
    };
  }

  /** The digest of the last epoch with finite weights; empty when even the initialization had none. */
  private lastDigest(): string {
    return this.curve[this.curve.length - 1]?.digest ?? "";
  }

  /** The current state of the trial. */
  checkpoint(): Checkpoint {
    const { id, step, curve } = this;
    const scalars = [...this.trainer.state(), ...tallyToNumbers(this.tally)];
    const { probes } = this.meter;
    const gradients = this.gradients?.moments ?? [];
    const waiting = {
      ...(probes.length > 0 ? { probes } : {}),
      ...(gradients.length > 0 ? { gradients } : {}),
      ...this.cpu(),
    };
    return { id, step, state: this.trial.network.stateBytes().slice(), curve, scalars, ...waiting };
  }

  private restore(from: Checkpoint): void {
    if (from.id !== this.id) throw new RangeError(`the checkpoint is of trial ${from.id}, not of ${this.id}`);
    const { network } = this.trial;
    const { length } = network.stateBytes();
    if (from.state.length !== length)
      throw new RangeError(`the checkpoint holds ${from.state.length} bytes of state, the network ${length}`);
    network.stateBytes().set(from.state);
    network.derive();
    this.tally = tallyFromNumbers(this.trainer.restore(from.scalars));
    this.step = from.step;
    this.curve.push(...from.curve);
    this.meter.restore(from.curve, from.probes);
    this.gradients?.restore(from.gradients);
  }
}
