import type { TrialSpec } from "../contract/spec.js";
import type { Dataset } from "../data/dataset.js";
import type { FunctionsOf } from "../network/code-rules.js";
import { weightDigest } from "../network/weights.js";
import { stepsOf } from "../trial/cost.js";
import { epochOrder } from "../trial/epoch-order.js";
import { type PreparedTrial, prepareTrial } from "../trial/prepare-trial.js";
import { startNetwork } from "../trial/start-network.js";
import { StepRates } from "../trial/step-rates.js";

/**
 * A trial's updates for a stopwatch: the batches of its first epoch, over and over, from its initial weights.
 * What a restart and the same number of steps do is the same each time.
 */
export class StepLoop {
  private readonly trial: PreparedTrial;
  private readonly order: Uint32Array;
  private readonly steps: number;
  private readonly initial: Uint8Array;
  private rates: StepRates;
  private at = 0;
  private done = 0;

  /** Throws as {@link runTrial} does for a spec that cannot be trained. */
  constructor(
    private readonly spec: TrialSpec,
    data: Dataset,
    functionsOf?: FunctionsOf,
  ) {
    this.trial = prepareTrial(spec, data, functionsOf);
    this.order = epochOrder(spec, this.trial.split.train, 0);
    this.steps = Math.max(1, stepsOf(spec));
    const { network, moments } = this.trial;
    startNetwork(network, spec, moments);
    this.initial = network.stateBytes().slice();
    this.rates = new StepRates(spec.train, network, this.steps);
  }

  /** Back to the initial weights and the first batch. */
  restart(): void {
    const { network } = this.trial;
    network.stateBytes().set(this.initial);
    network.derive();
    this.rates = new StepRates(this.spec.train, network, this.steps);
    this.at = 0;
    this.done = 0;
  }

  /** One update of a full batch. */
  step(): void {
    const { network, source } = this.trial;
    const { batch_size } = this.spec.train;
    const rows = Math.min(batch_size, this.order.length);
    if (this.at + rows > this.order.length) this.at = 0;
    // A schedule's last update stands for all after it.
    this.rates.writeNext(Math.min(this.done, this.steps - 1));
    network.setStep(this.done);
    network.load(source, this.order, this.at, rows);
    network.step(rows);
    this.at += rows;
    this.done++;
  }

  /** The digest of the weights as they stand, as {@link runTrial} takes it. */
  digest(): string | undefined {
    return weightDigest(this.trial.network, this.trial.positions);
  }
}
