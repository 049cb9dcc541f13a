import type { Network } from "../network/network.js";
import { rateShare } from "./rate-share.js";
import type { TrainSpec } from "./spec.js";

/** The numbers of each update that change from step to step: rates and Adam's corrections. */
export class StepRates {
  /** β₁ᵗ and β₂ᵗ as running products: no power function, so the same bits everywhere. */
  private betas: readonly [number, number] = [1, 1];

  constructor(
    private readonly train: TrainSpec,
    private readonly network: Pick<Network, "setHyper">,
    /** Updates of the whole trial, over which the schedule runs. */
    private readonly steps: number,
  ) {}

  /** Writes what update `step` (0-based; one after another) needs into the network's memory. */
  writeNext(step: number): void {
    const { optimizer, beta1, beta2, weight_decay } = this.train;
    const lr = this.train.lr * rateShare(this.train, step, this.steps);
    this.network.setHyper("minus_rate", -lr);
    if (optimizer !== "adam" && optimizer !== "adamw") return;
    this.betas = [this.betas[0] * beta1, this.betas[1] * beta2];
    this.network.setHyper("minus_step_size", -lr / (1 - this.betas[0]));
    this.network.setHyper("root_correction", 1 / Math.sqrt(1 - this.betas[1]));
    this.network.setHyper("decay", 1 - lr * weight_decay);
  }

  /** What a checkpoint keeps. */
  state(): readonly number[] {
    return this.betas;
  }

  restore([beta1 = 1, beta2 = 1]: readonly number[]): void {
    this.betas = [beta1, beta2];
  }
}
