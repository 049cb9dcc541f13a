import { ENGINE, type PointSpec, type TrialSpec } from "../contract/spec.js";
import { trialSpecShape } from "../contract/spec-shape.js";
import { ShapeError } from "../shape/shape-error.js";
import { fmaAvailable } from "../wasm/relaxed-simd.js";

export type ArithmeticErrorCode =
  /** Planned for an engine whose numbers are not this one's. */
  | "engine_unknown"
  /** A profile that is neither `fma` nor `strict`. */
  | "numerics_unknown"
  /** `fma` on a machine that does not fuse. */
  | "numerics_unavailable";

/**
 * A trial asks for arithmetic that is not to be had here: training it would put other numbers under its id.
 */
export class ArithmeticError extends Error {
  override readonly name = "ArithmeticError";
  readonly code: ArithmeticErrorCode;

  constructor(code: ArithmeticErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Checks a spec, which may have come from anywhere, before it is trained. Throws an {@link ArithmeticError}
 * where its engine and numerics are not those of this engine and machine, and a {@link ShapeError} for any
 * other setting that is none.
 */
export function checkSpec(spec: TrialSpec): void {
  checkArithmetic(spec);
  try {
    trialSpecShape(spec);
  } catch (error) {
    throw error instanceof ShapeError ? error.within("spec") : error;
  }
}

function checkArithmetic({ engine, numerics }: Pick<PointSpec, "engine" | "numerics">): void {
  if (engine !== ENGINE)
    throw new ArithmeticError(
      "engine_unknown",
      `the trial was planned for engine ${engine}, and this actbench has engine ${ENGINE}, whose numbers differ; use the version of actbench that planned it, or plan it again with this one`,
    );
  switch (numerics) {
    case "strict":
      return;
    case "fma":
      if (fmaAvailable()) return;
      throw new ArithmeticError(
        "numerics_unavailable",
        "the trial was planned with numerics fma, and this machine or its engine has no fused multiply-add; run it where there is one, or plan it with numerics=strict, which runs everywhere",
      );
    default:
      numerics satisfies never;
      throw new ArithmeticError(
        "numerics_unknown",
        `${JSON.stringify(numerics)} is no numerics profile: expected fma or strict`,
      );
  }
}
