import type { TrialSpec } from "../contract/spec.js";
import { stepsOf, stepsPerEpoch } from "./cost.js";
import { epochOrder } from "./epoch-order.js";
import type { PhaseClock } from "./phase-clock.js";
import type { PreparedTrial } from "./prepare-trial.js";
import { StepRates } from "./step-rates.js";

/**
 * Makes a trial's updates, each from its batch; owns the order of examples and the rates that run from update
 * to update.
 */
export class Trainer {
  private readonly order: Uint32Array;
  private readonly rates: StepRates;
  private readonly perEpoch: number;
  /** The epoch that `order` is of. */
  private epoch = -1;

  constructor(
    private readonly spec: TrialSpec,
    private readonly trial: PreparedTrial,
    private readonly phases: PhaseClock,
  ) {
    this.order = trial.split.train.slice();
    this.rates = new StepRates(spec.train, trial.network, stepsOf(spec));
    this.perEpoch = stepsPerEpoch(spec);
  }

  /** Examples of update `step` (0-based). */
  rows(step: number): number {
    return Math.min(this.spec.train.batch_size, this.order.length - this.first(step));
  }

  /** Copies the batch of update `step` into the network's memory, and tells it the update's number. */
  load(step: number): void {
    const epoch = Math.floor(step / this.perEpoch);
    if (epoch !== this.epoch) epochOrder(this.spec, this.trial.split.train, epoch, this.order);
    this.epoch = epoch;
    const { network, source } = this.trial;
    network.setStep(step);
    network.load(source, this.order, this.first(step), this.rows(step));
  }

  /** Makes update `step`, which follows the one made last; gives its batch's summed loss before it. */
  update(step: number): number {
    const { network } = this.trial;
    this.rates.writeNext(step);
    if (this.phases.times(step)) return this.phases.update(network, () => this.load(step), this.rows(step));
    this.load(step);
    return network.step(this.rows(step));
  }

  /** What a checkpoint keeps. */
  state(): readonly number[] {
    return this.rates.state();
  }

  /** Takes over what {@link state} gave, at the start of `numbers`; gives the others. */
  restore(numbers: readonly number[]): readonly number[] {
    return this.rates.restore(numbers);
  }

  /** Where the batch of update `step` begins in its epoch's order. */
  private first(step: number): number {
    return (step % this.perEpoch) * this.spec.train.batch_size;
  }
}
