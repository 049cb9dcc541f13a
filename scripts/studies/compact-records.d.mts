interface PlacedRecord {
  readonly point: number;
  readonly seed: number;
}
export interface CompactHead {
  readonly columns: readonly string[];
  readonly layer: readonly string[];
  readonly rung: number;
  readonly probe_n?: number;
}
export function compactRecords(records: readonly PlacedRecord[]): {
  readonly head: CompactHead;
  readonly lines: readonly (readonly unknown[])[];
};
export function restoredRecords(
  head: CompactHead,
  lines: readonly (readonly unknown[])[],
): readonly PlacedRecord[];
