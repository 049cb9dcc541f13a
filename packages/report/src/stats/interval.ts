/** An interval, its ends included; an end may be infinite. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}
