/** The examples of one subset, row after row without padding. */
export interface Rows {
  /** rows · inputs values. */
  readonly features: Uint8Array | Float32Array;
  /** One class (0-based) a row; 0 where numbers are predicted. */
  readonly labels: Uint8Array | Uint16Array;
  /** Numbers to predict, rows · targets values; absent where rows have classes. */
  readonly values?: Float64Array;
}
