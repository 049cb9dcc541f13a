/** Settings of the sweep file that an optimizer may read. */
export const OPTIMIZER_SETTINGS = ["momentum", "beta1", "beta2", "epsilon"] as const;
export type OptimizerSetting = (typeof OPTIMIZER_SETTINGS)[number];
export type OptimizerSettings = Readonly<Record<OptimizerSetting, number>>;

/** Operations that an update is written in: on vectors of f32 in a kernel, on one f64 in tests. */
export interface Arithmetic<T> {
  add(a: T, b: T): T;
  mul(a: T, b: T): T;
  div(a: T, b: T): T;
  sqrt(a: T): T;
  /** a · b + c, rounded once where the profile fuses. */
  madd(a: T, b: T, c: T): T;
  constant(value: number): T;
}

/** A parameter before its update. */
export interface Parameter<T> {
  readonly weight: T;
  /** Of the batch's mean loss; with weight decay in it, but for decoupled optimizers. */
  readonly gradient: T;
  /** What the last update left; 0 before the first. */
  readonly states: readonly T[];
  /** A number of {@link OptimizerEntry.numbers}. */
  number(name: string): T;
  /** Takes a new state over: moments below 2⁻¹²⁶ become 0. Use what it gives in place of the value. */
  keep(state: T): T;
}

/** What an update leaves. */
export interface Updated<T> {
  readonly weight: T;
  /** As {@link Parameter.keep} gave them, in the order of the states. */
  readonly states: readonly T[];
}

/** One optimizer: all that any part of actbench knows of it. */
export interface OptimizerEntry<Name extends string = string> {
  readonly name: Name;
  /** The update, for documentation. */
  readonly formula: string;
  /** Numbers of state for each parameter. */
  readonly states: 0 | 1 | 2;
  readonly reads: readonly OptimizerSetting[];
  /** The momentum where a sweep file names none; 0 where absent. */
  readonly momentum?: number;
  /** Weights shrink by 1 − lr · weight_decay, instead of decay in the gradient. */
  readonly decoupled?: true;
  /** Numbers that run from update to update, before the first; a checkpoint keeps them. */
  readonly running?: readonly number[];
  /**
   * Numbers of an update beside `minus_rate` (−lr), written to memory as f32: `lr` is the scheduled rate,
   * `running` what the last update left. Powers are running products, since a power function rounds
   * differently from engine to engine.
   */
  readonly numbers?: (step: {
    readonly lr: number;
    readonly settings: OptimizerSettings;
    readonly running: readonly number[];
  }) => { readonly running: readonly number[]; readonly numbers: Readonly<Record<string, number>> };
  /** Names that `numbers` gives. */
  readonly names?: readonly string[];
  update<T>(a: Arithmetic<T>, parameter: Parameter<T>, settings: OptimizerSettings): Updated<T>;
}

/** Checks an entry's type and keeps its name. */
export function defineOptimizer<const Name extends string>(
  entry: OptimizerEntry<Name>,
): OptimizerEntry<Name> {
  return entry;
}
