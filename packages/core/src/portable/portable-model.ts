import type { FilledTensor, InputMap, TrialSpec } from "../internal.js";

/** A trained network and what it takes to use it elsewhere. */
export interface PortableModel {
  readonly spec: TrialSpec;
  /** Values of an example. */
  readonly inputs: number;
  /** What an example's values are: bytes from 0 to 255, or floats. */
  readonly kind: "u8" | "f32";
  readonly classes: number;
  /** What the classes are called, where they have names. */
  readonly classNames?: readonly string[];
  /** The numbers that it predicts, output · scale + offset in their own unit; absent of classes. */
  readonly targets?: {
    readonly names: readonly string[];
    readonly offset: readonly number[];
    readonly scale: readonly number[];
  };
  readonly scaling: InputMap;
  readonly tensors: readonly FilledTensor[];
}

/** A model that a format cannot hold: what is missing, and a way out. */
export class UnportableError extends Error {
  override readonly name = "UnportableError";
  readonly code = "not_portable";

  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}
