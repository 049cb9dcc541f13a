/** A tensor that a file holds. */
export interface FoundTensor {
  readonly name: string;
  readonly shape: readonly number[];
}

/** A file of tensors, of which only headers have been read. */
export interface WeightsFile {
  /** As the user named it. */
  readonly name: string;
  readonly tensors: readonly FoundTensor[];
  /** What a file written by `actbench model` says of itself. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** A tensor's numbers, row-major, each the nearest f32. Throws a `UsageError` where they cannot be read. */
  read(tensor: FoundTensor): Promise<Float32Array>;
  close(): Promise<void>;
}

/** Numbers of a tensor of that shape. */
export function countOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
