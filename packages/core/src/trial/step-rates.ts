import type { TrainSpec } from "../contract/spec.js";
import type { Network } from "../network/network.js";
import type { OptimizerEntry } from "../optimizer/optimizer.js";
import { type Optimizer, optimizerOf } from "../optimizer/optimizers.js";
import { rateShare } from "./rate-share.js";

/** The numbers of each update that change from step to step: rates and the optimizer's corrections. */
export class StepRates {
  private readonly optimizer: OptimizerEntry<Optimizer>;
  private running: readonly number[];

  constructor(
    private readonly train: TrainSpec,
    private readonly network: Pick<Network, "setHyper">,
    /** Updates of the whole trial, over which the schedule runs. */
    private readonly steps: number,
  ) {
    this.optimizer = optimizerOf(train.optimizer);
    this.running = this.optimizer.running ?? [];
  }

  /** Writes what update `step` (0-based; one after another) needs into the network's memory. */
  writeNext(step: number): void {
    const { network, optimizer, running, train } = this;
    const lr = train.lr * rateShare(train, step, this.steps);
    network.setHyper("minus_rate", -lr);
    if (optimizer.decoupled) network.setHyper("decay", 1 - lr * train.weight_decay);
    const next = optimizer.numbers?.({ lr, settings: train, running });
    if (next === undefined) return;
    this.running = next.running;
    for (const [name, value] of Object.entries(next.numbers)) network.setHyper(name, value);
  }

  /** What a checkpoint keeps: as many numbers for every trial of an optimizer. */
  state(): readonly number[] {
    return this.running;
  }

  /** Takes over what {@link state} gave, at the start of `numbers`; gives the others. */
  restore(numbers: readonly number[]): readonly number[] {
    const count = this.running.length;
    this.running = numbers.slice(0, count);
    return numbers.slice(count);
  }
}
