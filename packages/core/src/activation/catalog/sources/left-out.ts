/** A function of the literature that the catalog does not hold. */
export interface LeftOut {
  readonly name: string;
  /** Its section in the survey arXiv:2402.09092, where it has one. */
  readonly survey?: string;
  /**
   * `stochastic`: random beyond the noise of a formula; `whole_layer`: reads other units;
   * `batch_or_epoch`: depends on the batch or the time; `table`: knots or learned tables rather than a
   * formula; `not_real`: no real number for some real x; `not_found`: no definition could be confirmed.
   */
  readonly reason: "stochastic" | "whole_layer" | "batch_or_epoch" | "table" | "not_real" | "not_found";
  readonly why: string;
}

/** In the order of the survey's sections. */
export const leftOut: readonly LeftOut[] = [];
