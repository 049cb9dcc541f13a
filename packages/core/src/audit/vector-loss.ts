import type { AuditCheck } from "./audit-report.js";
import { isOrdinary } from "./sample-points.js";

/** Where vector code is farther from f64 than `statedError`. */
export interface VectorLoss {
  readonly point: readonly number[];
  /** What, where, got and wanted. */
  readonly text: string;
  /** The error relative to 1 + |wanted|; Infinity where f32 overflowed or gave NaN. */
  readonly lost: number;
  /** Whether rounding f32 after f32 explains it. */
  readonly isExplained: boolean;
  /** Whether the activation's value there is of a size that trainings bear. */
  readonly isBearable: boolean;
}

/** Pre-activations of most networks. */
const USUAL = 10;
/** The most that may be lost there of 1 + |value|. */
const MAX_LOST = 1e-2;
/** Less than this is not worth a note: two of the seven digits of f32. */
const NOTABLE = 1e-5;

const HINT =
  "write the formula so that nothing cancels or overflows, with softplus, sigmoid, expm1, log1p, erfc, asinh";

/** What losses come to; undefined where they come to nothing. */
export function judgeLosses(losses: readonly VectorLoss[]): AuditCheck | undefined {
  const byLoss = [...losses].sort((a, b) => b.lost - a.lost);
  const unexplained = byLoss.find(({ isExplained }) => !isExplained);
  if (unexplained !== undefined)
    return vectorFailed(`${unexplained.text}, and no rounding in f32 explains it`);
  const isMet = ({ point, isBearable }: VectorLoss): boolean => isBearable && isOrdinary(point);
  const [overflow] = losses
    .filter(isOverflow)
    .sort((a, b) => Number(isMet(b)) - Number(isMet(a)) || sizeOf(a) - sizeOf(b));
  if (overflow !== undefined && isMet(overflow))
    return vectorFailed(`${overflow.text}: the formula overflows f32 on the way`);
  const cancelled = byLoss.filter((loss) => !isOverflow(loss) && loss.lost >= NOTABLE);
  const usual = cancelled.find((loss) => sizeOf(loss) <= USUAL && loss.lost > MAX_LOST);
  if (usual !== undefined) return vectorFailed(`${usual.text}: terms of the formula cancel in f32`);
  const cancel = cancelled.find(isMet);
  const notes = [
    cancel === undefined ? [] : [`${cancel.text}: terms of the formula cancel in f32, as PyTorch's do`],
    overflow === undefined
      ? []
      : [`${overflow.text}: the formula overflows f32 on the way, as PyTorch's does`],
  ].flat();
  if (notes.length === 0) return undefined;
  return { name: "vector", status: "note", message: notes.join("; "), hint: HINT };
}

/** A failed check of vector code. */
export function vectorFailed(message: string): AuditCheck {
  return { name: "vector", status: "failed", message, hint: HINT };
}

function isOverflow({ lost }: VectorLoss): boolean {
  return lost === Number.POSITIVE_INFINITY;
}

function sizeOf({ point }: VectorLoss): number {
  return Math.max(...point.map(Math.abs));
}
