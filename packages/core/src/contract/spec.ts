import type { AtKink } from "../formula/at-kink.js";
import type { Expr } from "../formula/expr.js";
import { OPTIMIZERS, type Optimizer } from "../optimizer/optimizers.js";
import type { ScoreName } from "../score/scores.js";
import type { Loss, Target } from "../task/tasks.js";

/** Raised only in a commit that changes a golden digest. Part of every trial's id. */
export const ENGINE = 4;

/** The arithmetic a trial runs in: fused multiply-add (relaxed SIMD on hardware that fuses) or plain SIMD. */
export type Numerics = "fma" | "strict";

/**
 * Everything that decides a trial's outcome, defaults written out. Plain JSON; its hash is the trial's id.
 * Keys are the settings' names of the sweep file, so `spec.train.lr` is the setting `train.lr`.
 */
export interface TrialSpec {
  readonly engine: number;
  readonly numerics: Numerics;
  /** Decides subset, split and label noise; the same for all seeds of a study. */
  readonly study_seed: number;
  /** Decides initial weights, batches and masks. */
  readonly seed: number;
  readonly dataset: DatasetSpec;
  readonly model: ModelSpec;
  readonly train: TrainSpec;
  readonly measure: MeasureSpec;
}

/** A point of a study: a trial without its seed. */
export type PointSpec = Omit<TrialSpec, "seed">;

export interface DatasetSpec {
  readonly name: string;
  /** SHA-256 (hex) of the data, so that changed data is another trial. */
  readonly hash: string;
  /** Examples trained on; does not include the validation examples. */
  readonly train: number;
  /** Examples held out of train for choosing; 0: none. */
  readonly validation: number;
  readonly test: number;
  /** `none`: raw values; `unit`: u8 / 255; `standardize`: one mean and deviation of the training subset. */
  readonly normalize: "none" | "unit" | "standardize" | { readonly mean: number; readonly std: number };
  /** After normalization an input v becomes v · scale + shift. */
  readonly scale: number;
  readonly shift: number;
  /** Share of training labels replaced by a uniformly drawn other class. */
  readonly label_noise: number;
  /**
   * Which rows each seed draws anew, so that intervals cover the split; absent: the study's seed draws them
   * once for all.
   */
  readonly split_by_seed?: SplitBySeed;
}

/**
 * Training and validation rows alone, or test rows too, from all rows of data whose test rows were held out
 * of the others.
 */
export const SPLITS_BY_SEED = ["validation", "validation_and_test"] as const;
export type SplitBySeed = (typeof SPLITS_BY_SEED)[number];

export interface ActivationParam {
  readonly name: string;
  /** The value, or the initial value where it is trained. */
  readonly value: number;
  readonly trainable: boolean;
  /** One trained value per layer or one per unit. */
  readonly per: "layer" | "unit";
  /** Its own weight decay while it is trained; `train.weight_decay` where absent. */
  readonly weight_decay?: number;
}

interface NamedActivationSpec {
  /** What tables show, for example `leaky_relu(alpha=0.1)`. */
  readonly label: string;
  /** The catalog's or the study's name, for example `leaky_relu`. */
  readonly name: string;
  readonly params: readonly ActivationParam[];
  /** Pre-activations per unit; 1 for elementwise activations. */
  readonly inputs: number;
  /** The derivative at a kink; `torch`: as in PyTorch's functions, see `AtKink`. */
  readonly at_kink: AtKink;
}

/** An activation that is a formula: a label and a tree, no registry name. */
export interface FormulaActivationSpec extends NamedActivationSpec {
  readonly tree: Expr;
}

/** An activation that is code: a label, its name in a plugin, and what the plugin was. */
export interface CodeActivationSpec extends NamedActivationSpec {
  /** SHA-256 (hex) of the plugin's files, so that changed code is another trial. */
  readonly code: string;
  readonly inputs: 1;
}

/** An activation as a trial knows it. */
export type ActivationSpec = FormulaActivationSpec | CodeActivationSpec;

/** Whether an activation is code, which no formula describes. */
export function isCode(spec: ActivationSpec): spec is CodeActivationSpec {
  return "code" in spec;
}

export const NAMED_INITS = [
  "xavier_uniform",
  "xavier_normal",
  "he_uniform",
  "he_normal",
  "lecun_uniform",
  "lecun_normal",
  "orthogonal",
  "asymmetric",
  "torch_default",
  "unit_norm",
  "siren",
  "auto",
] as const;
export type NamedInit = (typeof NAMED_INITS)[number];

/** A named initializer, or zero-mean weights of a standard deviation of `scale / √fan_in`. */
export type InitSpec =
  | NamedInit
  | { readonly distribution: "normal" | "uniform" | "orthogonal"; readonly scale: number };

export interface ModelSpec {
  /** Widths of the hidden layers; empty: a linear model. */
  readonly hidden: readonly number[];
  /** One activation per hidden layer. */
  readonly activation: readonly ActivationSpec[];
  readonly init: InitSpec;
  readonly bias_init: number;
  readonly normalization: "none" | "batch" | "layer";
  /** Dropout: fraction of hidden outputs set to 0 in training. */
  readonly dropout: number;
  readonly input_dropout: number;
  readonly alpha_dropout: number;
}

export { OPTIMIZERS, type Optimizer };
export const SCHEDULES = ["constant", "step", "cosine", "linear", "exponential"] as const;
export type Schedule = (typeof SCHEDULES)[number];

export interface TrainSpec {
  readonly epochs: number;
  /** Updates in all, instead of whole epochs; null: `epochs` decides. */
  readonly steps: number | null;
  readonly batch_size: number;
  readonly drop_last: boolean;
  readonly shuffle: boolean;
  readonly optimizer: Optimizer;
  readonly lr: number;
  readonly momentum: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly weight_decay: number;
  /** What decays: weights alone, or where absent biases, gains and trained parameters too. */
  readonly decay?: "weights";
  /** Largest Euclidean norm of a unit's incoming weights; null: unbounded. */
  readonly max_norm: number | null;
  /** Largest Euclidean norm of the whole gradient; null: unbounded. */
  readonly clip_norm: number | null;
  readonly schedule: Schedule;
  /** Steps over which the learning rate rises linearly from 0; a value below 1 is a share of all steps. */
  readonly warmup: number;
  readonly loss: Loss;
  /**
   * Where the loss huber turns from squares to absolute errors, in the unit that the network learns; present
   * with that loss.
   */
  readonly huber_delta?: number;
  /**
   * What outputs are compared with: the class, numbers, or (mse only) the example's own inputs: an
   * autoencoder.
   */
  readonly target: Target;
}

export interface MeasureSpec {
  readonly dead_units: boolean;
  /**
   * When units are probed, beside initialization and end. `sampled`: at each epoch's end, dead units exactly,
   * all else on a fixed subset of 5,000 examples. `epoch`: at each epoch's end, on the whole probe. `end`:
   * never. N: at each epoch's end and every N updates, on the whole probe.
   */
  readonly every: "sampled" | "epoch" | "end" | number;
  /** Examples of the probe: the whole training subset or its first N. */
  readonly probe: "train" | number;
  /**
   * When the training set is scored. `last`: whole after the last epoch. `ends`: also at initialization.
   * `running`: never; running averages alone. N: a fixed subset of N examples at each epoch's end. Absent:
   * whole at each epoch's end.
   */
  readonly train?: "last" | "ends" | "running" | number;
  /** Gradients, updates and weights per layer are measured at some updates; absent: they are not. */
  readonly gradients?: boolean;
  /** Each unit's numbers are kept at every probe; absent: only their layer's. */
  readonly forensics?: boolean;
  /** Units that died and that came back are counted from probe to probe; absent: only between two probes. */
  readonly turnover?: boolean;
  /**
   * `last`: a completed trial's record brings the network's numbers, up to 256 MiB; absent: it is trained
   * again where it is asked for.
   */
  readonly weights?: "last";
  /** Scores that read outputs, measured wherever the loss is, in the order of their list; absent: none. */
  readonly scores?: readonly ScoreName[];
}
