import { middleOf } from "./zeros/isolate-zeros.js";
import { type Sliver, simplest } from "./zeros/sliver.js";

/** The largest f32: pre-activations lie between it and its negative. */
export const MAX_F32 = 3.4028234663852886e38;

/** An open stretch of x; each end is a point that is known exactly or to within a sliver, or infinite. */
export interface Ends {
  readonly from: Sliver;
  readonly to: Sliver;
}

export const at = (x: number): Sliver => ({ low: x, high: x });

/** An end as one number: the simplest that it may be. */
export function endOf(end: Sliver): number {
  return Number.isFinite(end.low) && Number.isFinite(end.high) ? simplest(end) : end.low;
}

/** A stretch's numbers from its first to its last that are surely inside, within f32. */
export function insideOf({ from, to }: Ends): Sliver {
  return { low: Math.max(from.high, -MAX_F32), high: Math.min(to.low, MAX_F32) };
}

/** Points in a stretch, spread by size. */
export function pointsIn(stretch: Sliver): number[] {
  let boxes: readonly Sliver[] = [stretch];
  const points: number[] = [];
  for (let round = 0; round < 5; round++)
    boxes = boxes.flatMap((box) => {
      const x = middleOf(box);
      points.push(x);
      return [
        { low: box.low, high: x },
        { low: x, high: box.high },
      ];
    });
  return points;
}
