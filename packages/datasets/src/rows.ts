/** The examples of one subset, row after row without padding. */
export interface Rows {
  /** rows · inputs values. */
  readonly features: Uint8Array | Float32Array;
  /** One class (0-based) a row. */
  readonly labels: Uint8Array | Uint16Array;
}
