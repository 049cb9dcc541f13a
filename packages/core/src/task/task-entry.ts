import type { Chance, ChanceCard } from "./chance.js";

/** What of a dataset decides the width of an output layer. */
export interface TaskData {
  readonly inputs: number;
  readonly classes: number;
  /** Numbers to predict; absent where examples have classes. */
  readonly targets?: { readonly names: readonly string[] };
}

/** What a network learns: what its outputs are compared with, by which losses, and what its scores mean. */
export interface TaskEntry<
  Name extends string = string,
  Target extends string = string,
  Loss extends string = string,
> {
  readonly name: Name;
  /** The value of `train.target` that asks for it. */
  readonly target: Target;
  /** What messages call its networks, for example `an autoencoder (train.target: input)`. */
  readonly networks: string;
  /** Why a score that is not the task's does not exist. */
  readonly lacks: string;
  /** The losses it can be trained by; the first is the default. */
  readonly losses: readonly Loss[];
  /** The score, of `SCORES`, that points are ranked by where the study names no metric. */
  readonly rankBy: string;
  /** Width of the output layer. */
  outputs(data: TaskData): number;
  /** Scores of a constant prediction (chance level) on a dataset; undefined where nothing is known of it. */
  chance(card: ChanceCard, loss: Loss): Chance | undefined;
}
