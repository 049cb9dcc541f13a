import type { Checkpoint } from "../contract/executor.js";
import type { TrialSpec } from "../contract/spec.js";
import type { Dataset } from "../data/dataset.js";
import { type CheckpointOptions, TrialCheckpoints } from "../replay/trial-checkpoints.js";
import { stepsOf, stepsPerEpoch } from "../trial/cost.js";
import { epochOrder } from "../trial/epoch-order.js";
import { rateShare } from "../trial/rate-share.js";
import { type UnitLook, UnitLooker, type UnitPlace } from "./unit-look.js";

/** A unit after some number of updates. */
export interface UnitMoment extends UnitLook {
  readonly step: number;
}

/** An update between whose two sides a unit died or came to life. */
export interface UnitTurn {
  readonly kind: "death" | "birth" | "revival";
  /** The update that did it, from 1. */
  readonly step: number;
  /** Its epoch, from 1, and its batch within it, from 1. */
  readonly epoch: number;
  readonly batch: number;
  readonly lr: number;
  /** Mean loss of the batch before the update. */
  readonly loss: number;
  /** The batch's examples of each class. */
  readonly labels: readonly number[];
  /**
   * Whose change was enough: that of the unit's own weights and bias, that of the layers before it, or only
   * both.
   */
  readonly by: "own weights" | "layers before" | "both together";
  readonly before: UnitLook;
  readonly after: UnitLook;
}

/** The life of one unit of a trial. */
export interface UnitHistory extends UnitPlace {
  /** Examples that decided. */
  readonly probe_n: number;
  /**
   * At the updates where the trial probes its units: the end of each epoch, and every N updates if requested.
   */
  readonly moments: readonly UnitMoment[];
  /** One between two moments that differ, in order; what came and went between them is not seen. */
  readonly turns: readonly UnitTurn[];
}

/** A moment, to go on from. */
interface Moment {
  readonly alive: boolean;
  readonly checkpoint: Checkpoint;
}

/**
 * Trains a trial again, from moment to moment, and finds by halves the very update with which a unit died or
 * came to life, which trials allow because they are deterministic. Throws a {@link NoSuchUnitError}.
 */
export function traceUnit(
  spec: TrialSpec,
  data: Dataset,
  place: UnitPlace,
  options: CheckpointOptions = {},
): UnitHistory {
  return new UnitTrace(spec, data, place, options).history();
}

class UnitTrace {
  private readonly looker: UnitLooker;
  private readonly checkpoints: TrialCheckpoints;

  constructor(
    private readonly spec: TrialSpec,
    private readonly data: Dataset,
    private readonly place: UnitPlace,
    options: CheckpointOptions,
  ) {
    this.looker = new UnitLooker(spec, data, place, options.functionsOf);
    this.checkpoints = new TrialCheckpoints(spec, data, options);
  }

  history(): UnitHistory {
    const moments: UnitMoment[] = [];
    const turns: UnitTurn[] = [];
    let last: Moment | undefined;
    let lived = false;
    for (const step of this.momentSteps()) {
      const checkpoint = this.checkpoints.at(step);
      // Diverged on the way: of what is not finite there is nothing to say.
      if (checkpoint.step !== step || !isFiniteState(checkpoint)) break;
      const look = this.looker.look(checkpoint.state);
      const alive = !look.states.includes("dead");
      if (last && last.alive !== alive) turns.push(this.turn(last, { alive, checkpoint }, lived));
      moments.push({ step, ...look });
      last = { alive, checkpoint };
      lived ||= alive;
    }
    return { ...this.place, probe_n: this.looker.examples, moments, turns };
  }

  private momentSteps(): readonly number[] {
    const steps = stepsOf(this.spec);
    const { every } = this.spec.measure;
    const strides = [stepsPerEpoch(this.spec), ...(typeof every === "number" ? [every] : [])];
    const all = new Set([0, steps]);
    for (const stride of strides)
      for (let step = stride; step < steps && stride > 0; step += stride) all.add(step);
    return [...all].sort((a, b) => a - b);
  }

  /** Halves the interval until its ends are one step apart. */
  private turn(from: Moment, to: Moment, lived: boolean): UnitTurn {
    let [before, after] = [from.checkpoint, to.checkpoint];
    while (after.step - before.step > 1) {
      const middle = this.checkpoints.at(Math.floor((before.step + after.step) / 2));
      if (this.looker.isDead(middle.state) === from.alive) after = middle;
      else before = middle;
    }
    const kind = from.alive ? "death" : lived ? "revival" : "birth";
    return { kind, ...this.update(after), ...this.cause(before, after, from.alive) };
  }

  private update({ step, scalars }: Checkpoint) {
    const { spec, looker } = this;
    const { train } = spec;
    const { split, source } = looker.trial;
    const perEpoch = stepsPerEpoch(spec);
    const epoch = Math.floor((step - 1) / perEpoch);
    const batch = (step - 1) % perEpoch;
    const order = epochOrder(spec, split.train, epoch);
    const counts = Array.from({ length: this.data.classes }, () => 0);
    const isClassed = this.data.targets === undefined;
    for (const row of isClassed
      ? order.subarray(batch * train.batch_size, (batch + 1) * train.batch_size)
      : []) {
      const label = source.labels[row] ?? 0;
      counts[label] = (counts[label] ?? 0) + 1;
    }
    return {
      step,
      epoch: epoch + 1,
      batch: batch + 1,
      lr: train.lr * rateShare(train, step - 1, stepsOf(spec)),
      // After a step, the mean loss of its batch is the last of a checkpoint's numbers.
      loss: scalars.at(-1) ?? Number.NaN,
      labels: counts,
    };
  }

  private cause(
    before: Checkpoint,
    after: Checkpoint,
    alive: boolean,
  ): Pick<UnitTurn, "by" | "before" | "after"> {
    const { looker } = this;
    const turned = (state: Uint8Array): boolean => looker.isDead(state) === alive;
    const own = turned(looker.withOwnOf(before.state, after.state));
    const others = turned(looker.withOwnOf(after.state, before.state));
    return {
      by: own ? "own weights" : others ? "layers before" : "both together",
      before: looker.look(before.state),
      after: looker.look(after.state),
    };
  }
}

function isFiniteState({ state }: Checkpoint): boolean {
  return new Float32Array(state.buffer, state.byteOffset, state.byteLength / 4).every(Number.isFinite);
}
