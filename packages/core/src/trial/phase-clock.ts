import type { Phases, Timing } from "../contract/record.js";
import { median } from "../math/median.js";
import type { Network } from "../network/network.js";
import { nextChosenUpdate } from "./chosen-updates.js";

/**
 * Makes some updates in parts, with a look at the clock between them: few, so that a trial is not slower for
 * it.
 */
export class PhaseClock {
  private readonly seconds: Readonly<Record<keyof Phases, number[]>> = {
    data_s: [],
    forward_s: [],
    backward_s: [],
    update_s: [],
  };

  constructor(
    private readonly now: () => number,
    /** Updates of the whole trial. */
    private readonly steps: number,
  ) {}

  /**
   * Whether update `step` (0-based) is timed: those before the chosen ones, so not the first, which runs
   * cold.
   */
  times(step: number): boolean {
    return nextChosenUpdate(step + 1, this.steps) === step + 1;
  }

  /** `Network.step` after `load`, both on the clock; gives the batch's summed loss. */
  update(network: Network, load: () => void, rows: number): number {
    const { now, seconds } = this;
    const start = now();
    load();
    const loaded = now();
    const loss = network.forward(rows);
    const forward = now();
    network.backward(rows);
    const backward = now();
    network.finish();
    seconds.update_s.push(now() - backward);
    seconds.backward_s.push(backward - forward);
    seconds.forward_s.push(forward - loaded);
    seconds.data_s.push(loaded - start);
    return loss;
  }

  /** `trainSeconds` shared out by the medians of the parts; nothing where no time was seen. */
  shares(trainSeconds: number): Pick<Timing, "phases"> {
    const { data_s, forward_s, backward_s, update_s } = this.seconds;
    const parts = [data_s, forward_s, backward_s, update_s].map((part) => median(part));
    const all = parts.reduce((sum, part) => sum + part, 0);
    if (!(all > 0)) return {};
    const [data = 0, forward = 0, backward = 0, update = 0] = parts.map(
      (part) => (trainSeconds * part) / all,
    );
    return { phases: { data_s: data, forward_s: forward, backward_s: backward, update_s: update } };
  }
}
