import type { Dataset } from "../data/dataset.js";
import { OUTPUT_LAYER } from "../init/draw.js";
import { initializerOf } from "../init/initialize.js";
import { activationRules } from "../network/activation-rules.js";
import { Network, type RowSource, rowSource } from "../network/network.js";
import { layerUnits } from "../network/unit-report.js";
import { weightDigest, weightPositions, writeLayer } from "../network/weights.js";
import { randomStream, shuffle } from "../random/stream.js";
import { stepsOf, stepsPerEpoch } from "./cost.js";
import type { Checkpoint, Paused, TrialEvent } from "./executor.js";
import { trialId } from "./identity.js";
import { inputMapOf } from "./input-map.js";
import type { Completed, Diverged, EpochRecord, Score, TrialRecord } from "./record.js";
import type { TrialSpec } from "./spec.js";
import { type Split, splitRows } from "./split.js";
import { unsupportedSettings } from "./unsupported.js";

/** What a trial gets from where it runs: a clock, and ways to tell how far it is. */
export interface TrialHost {
  /** Seconds from any fixed moment, monotonic. */
  now(): number;
  onEvent?(event: TrialEvent): void;
  /** `[0]` is set to the updates made; may lie in shared memory. */
  readonly progress?: Int32Array;
}

export interface TrialOptions {
  readonly from?: Checkpoint;
  /** Pause once this many updates are made. */
  readonly until?: number;
}

/** A spec this engine cannot run; names the settings. */
export class UnsupportedSpecError extends Error {
  readonly code = "unsupported";
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
  const problems = unsupportedSettings(spec);
  if (problems.length > 0)
    throw new UnsupportedSpecError(
      problems
        .map(({ setting, value }) => `${setting}: ${JSON.stringify(value)} is not available`)
        .join("; "),
    );
  return new Trial(spec, data, host, options).run();
}

/** One trial under way: owns its network, its random order and its curve. */
class Trial {
  private readonly started: number;
  private readonly id: string;
  private readonly network: Network;
  private readonly source: RowSource;
  private readonly split: Split;
  private readonly order: Uint32Array;
  private readonly positions: Uint32Array;
  private readonly curve: EpochRecord[] = [];
  private readonly supSlopes: readonly number[];
  private readonly steps: number;
  private readonly perEpoch: number;
  private step = 0;
  private betas: readonly [number, number] = [1, 1];
  private running = { loss: 0, rows: 0, seconds: 0 };
  private trainSeconds = 0;
  private evaluateSeconds = 0;
  private startupSeconds = 0;
  private samples = 0;
  private lastLoss: number | undefined;

  constructor(
    private readonly spec: TrialSpec,
    data: Dataset,
    private readonly host: TrialHost,
    private readonly options: TrialOptions,
  ) {
    this.started = host.now();
    this.id = trialId(spec);
    this.split = splitRows(spec, data);
    this.source = rowSource(data);
    const rules = spec.model.activation.map(activationRules);
    this.supSlopes = rules.map(({ supSlope }) => supSlope);
    this.network = new Network({ spec, data, inputMap: inputMapOf(spec.dataset, data), rules });
    this.positions = weightPositions(this.network);
    this.order = this.split.train.slice();
    this.steps = stepsOf(spec);
    this.perEpoch = stepsPerEpoch(spec);
    if (options.from) this.restore(options.from);
    else this.initialize();
    this.startupSeconds = host.now() - this.started;
  }

  run(): TrialRecord | Paused {
    if (this.curve.length === 0) {
      const diverged = this.closeEpoch();
      if (diverged) return diverged;
    }
    const until = Math.min(this.options.until ?? this.steps, this.steps);
    while (this.step < until) {
      const diverged = this.trainEpoch(until);
      if (diverged) return diverged;
    }
    return this.step < this.steps ? this.pause() : this.complete();
  }

  private initialize(): void {
    const { model, seed } = this.spec;
    const initialize = initializerOf(model.init);
    if (!initialize)
      throw new UnsupportedSpecError(`model.init: ${JSON.stringify(model.init)} is not available`);
    const { layers } = this.network.layout;
    layers.forEach((layer, index) => {
      const units = layer.units * layer.pieces;
      const weights = new Float64Array(units * layer.inputs);
      const key = index === layers.length - 1 ? OUTPUT_LAYER : index;
      initialize({ seed, layer: key, inputs: layer.inputs, units }, weights);
      writeLayer(this.network, layer, weights, layer.formulas ? model.bias_init : 0);
      model.activation[index]?.params
        .filter(({ trainable }) => trainable)
        .forEach(({ value }, q) => {
          const at = layer.params / 4 + q * layer.paddedUnits;
          this.network.f32.fill(value, at, at + layer.paddedUnits);
        });
    });
    this.network.derive();
  }

  /** Trains to the end of the running epoch, or to `until`; gives a record when the trial ends there. */
  private trainEpoch(until: number): TrialRecord | undefined {
    const { spec, network, order, host } = this;
    const { batch_size } = spec.train;
    const epoch = Math.floor(this.step / this.perEpoch);
    order.set(this.split.train);
    if (spec.train.shuffle) shuffle(order, randomStream(spec.seed, "batches", epoch));
    const end = Math.min(until, (epoch + 1) * this.perEpoch);
    const before = host.now();
    let broken = false;
    while (this.step < end && !broken) {
      const from = (this.step - epoch * this.perEpoch) * batch_size;
      const rows = Math.min(batch_size, order.length - from);
      this.writeHyper();
      network.load(this.source, order, from, rows);
      const loss = network.step(rows);
      this.step++;
      if (host.progress) host.progress[0] = this.step;
      broken = !Number.isFinite(loss);
      if (broken) break;
      this.lastLoss = loss / rows;
      this.running.loss += loss;
      this.running.rows += rows;
      this.samples += rows;
    }
    const seconds = host.now() - before;
    this.running.seconds += seconds;
    this.trainSeconds += seconds;
    if (broken) return this.diverge();
    const closes = this.step === this.steps || this.step % this.perEpoch === 0;
    return closes ? this.closeEpoch() : undefined;
  }

  private writeHyper(): void {
    const { train } = this.spec;
    const rate = train.lr;
    this.network.setHyper("minus_rate", -rate);
    if (train.optimizer !== "adam" && train.optimizer !== "adamw") return;
    // Running products: no power function, so the same bits everywhere.
    this.betas = [this.betas[0] * train.beta1, this.betas[1] * train.beta2];
    this.network.setHyper("minus_step_size", -rate / (1 - this.betas[0]));
    this.network.setHyper("root_correction", 1 / Math.sqrt(1 - this.betas[1]));
    this.network.setHyper("decay", 1 - rate * train.weight_decay);
  }

  /** Evaluates, probes and records the state after an epoch (0: the initialisation). */
  private closeEpoch(): TrialRecord | undefined {
    const { spec, split, host, running } = this;
    const before = host.now();
    const first = this.curve.length === 0;
    const last = this.step === this.steps;
    const { dead_units, every } = spec.measure;
    const units = dead_units && (first || last || every === "epoch");
    const train = this.score(split.train, units ? "probe" : "evaluate");
    const digest = weightDigest(this.network, this.positions);
    const epoch: EpochRecord = {
      epoch: Math.ceil(this.step / Math.max(1, this.perEpoch)),
      step: this.step,
      ...(running.rows > 0 ? { running_loss: running.loss / running.rows } : {}),
      train,
      ...(units ? { units: layerUnits(this.network, split.train.length, this.supSlopes) } : {}),
      ...(split.validation.length > 0 ? { validation: this.score(split.validation, "evaluate") } : {}),
      ...(split.test.length > 0 ? { test: this.score(split.test, "evaluate") } : {}),
      ...this.trainedParams(),
      train_s: running.seconds,
      ...(digest === undefined ? {} : { digest }),
    };
    this.evaluateSeconds += host.now() - before;
    if (digest === undefined || !Number.isFinite(train.loss)) return this.diverge();
    this.running = { loss: 0, rows: 0, seconds: 0 };
    this.curve.push(epoch);
    host.onEvent?.({ type: "epoch", id: this.id, epoch });
    return undefined;
  }

  private score(rows: Uint32Array, mode: "evaluate" | "probe"): Score {
    const { loss, correct } = this.network.evaluate(this.source, rows, mode);
    return { loss: loss / rows.length, accuracy: correct / rows.length };
  }

  /** Mean over units of every trained parameter, per hidden layer. */
  private trainedParams(): { params?: readonly Readonly<Record<string, number>>[] } {
    const { layers } = this.network.layout;
    if (layers.every((layer) => (layer.formulas?.trained.length ?? 0) === 0)) return {};
    const params = layers
      .filter((layer) => layer.formulas)
      .map((layer) =>
        Object.fromEntries(
          (layer.formulas?.trained ?? []).map(({ name }, q) => {
            const at = layer.params / 4 + q * layer.paddedUnits;
            const values = this.network.f32.subarray(at, at + layer.units);
            return [name, values.reduce((sum, value) => sum + value, 0) / layer.units];
          }),
        ),
      );
    return { params };
  }

  private ran(): Pick<Completed, "id" | "curve" | "probe_n" | "timing" | "peak_bytes"> {
    return {
      id: this.id,
      curve: this.curve,
      ...(this.spec.measure.dead_units ? { probe_n: this.split.train.length } : {}),
      timing: {
        startup_s: this.startupSeconds,
        train_s: this.trainSeconds,
        evaluate_s: this.evaluateSeconds,
        ...(this.trainSeconds > 0 ? { samples_per_s: this.samples / this.trainSeconds } : {}),
      },
      peak_bytes: this.network.memory.buffer.byteLength,
    };
  }

  private complete(): Completed {
    return { status: "completed", ...this.ran(), digest: this.lastDigest() };
  }

  private diverge(): Diverged {
    const layer = this.network.firstBrokenLayer();
    return {
      status: "diverged",
      ...this.ran(),
      step: this.step,
      ...(layer === undefined ? {} : { layer }),
      ...(this.lastLoss === undefined ? {} : { last_finite_loss: this.lastLoss }),
      digest: this.lastDigest(),
    };
  }

  /** The digest of the last epoch with finite weights; empty when even the initialisation had none. */
  private lastDigest(): string {
    return this.curve[this.curve.length - 1]?.digest ?? "";
  }

  private pause(): Paused {
    const { layout, memory } = this.network;
    const state = new Uint8Array(
      memory.buffer,
      layout.parameters,
      layout.parameterBytes * (1 + layout.states),
    ).slice();
    const { loss, rows, seconds } = this.running;
    const scalars = [
      ...this.betas,
      loss,
      rows,
      seconds,
      this.trainSeconds,
      this.evaluateSeconds,
      this.samples,
      this.lastLoss ?? Number.NaN,
    ];
    return {
      status: "paused",
      id: this.id,
      checkpoint: { id: this.id, step: this.step, state, curve: this.curve, scalars },
    };
  }

  private restore(from: Checkpoint): void {
    if (from.id !== this.id)
      throw new UnsupportedSpecError(`the checkpoint is of trial ${from.id}, not of ${this.id}`);
    const { layout, memory } = this.network;
    new Uint8Array(memory.buffer).set(from.state, layout.parameters);
    const [
      beta1 = 1,
      beta2 = 1,
      loss = 0,
      rows = 0,
      seconds = 0,
      trainSeconds = 0,
      evaluateSeconds = 0,
      samples = 0,
      lastLoss = Number.NaN,
    ] = from.scalars;
    this.betas = [beta1, beta2];
    this.running = { loss, rows, seconds };
    this.trainSeconds = trainSeconds;
    this.evaluateSeconds = evaluateSeconds;
    this.samples = samples;
    this.lastLoss = Number.isNaN(lastLoss) ? undefined : lastLoss;
    this.step = from.step;
    this.curve.push(...from.curve);
    this.network.derive();
  }
}
