/** A trial that made no update and ended no epoch for a while: stuck, or in a long evaluation. */
export interface Stall {
  readonly id: string;
  readonly updates: number;
  readonly seconds: number;
}
