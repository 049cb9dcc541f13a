/** An activation as code. Pure: the same input gives the same number, whatever was asked before. */
export interface ActivationFunctions {
  value(x: number, params: Readonly<Record<string, number>>): number;
  /** df/dx. */
  slope(x: number, params: Readonly<Record<string, number>>): number;
  /** Where value or slope jump. */
  readonly kinks: readonly number[];
}
