import type { MeasureSpec, ModelSpec, Numerics, TrainSpec } from "../contract/spec.js";

/**
 * What of a trial's spec its network's code and memory depend on: no learning rate, no initializer, no number
 * of epochs.
 */
export interface NetworkSpec {
  readonly numerics: Numerics;
  /** Decides what is drawn while training. */
  readonly seed: number;
  readonly model: Pick<ModelSpec, "hidden" | "normalization" | "dropout" | "input_dropout" | "alpha_dropout">;
  readonly train: Pick<
    TrainSpec,
    | "batch_size"
    | "optimizer"
    | "momentum"
    | "beta1"
    | "beta2"
    | "epsilon"
    | "weight_decay"
    | "decay"
    | "max_norm"
    | "clip_norm"
    | "loss"
    | "huber_delta"
    | "target"
  >;
  /** Whether gradients can be read besides an update. */
  readonly measure: Pick<MeasureSpec, "gradients">;
}

/** These parts of a spec and nothing else; `draws`: something is drawn while training, else the seed is 0. */
export function networkSpec(
  { numerics, seed, model, train, measure }: NetworkSpec,
  { draws }: { readonly draws: boolean },
): NetworkSpec {
  const { hidden, normalization, dropout, input_dropout, alpha_dropout } = model;
  const { batch_size, optimizer, momentum, beta1, beta2, epsilon, weight_decay } = train;
  const { decay, max_norm, clip_norm, loss, huber_delta, target } = train;
  return {
    numerics,
    seed: draws ? seed : 0,
    model: { hidden, normalization, dropout, input_dropout, alpha_dropout },
    train: {
      batch_size,
      optimizer,
      momentum,
      beta1,
      beta2,
      epsilon,
      weight_decay,
      ...(decay === undefined ? {} : { decay }),
      max_norm,
      clip_norm,
      loss,
      ...(huber_delta === undefined ? {} : { huber_delta }),
      target,
    },
    measure: measure.gradients ? { gradients: true } : {},
  };
}
