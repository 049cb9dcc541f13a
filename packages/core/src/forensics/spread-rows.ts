/** At most `limit` of some rows, evenly spread over them, the first and the last among them. */
export function spreadRows(rows: Uint32Array, limit: number): Uint32Array {
  const count = Math.min(limit, rows.length);
  return Uint32Array.from(
    { length: count },
    (_, i) => rows[count === 1 ? 0 : Math.round((i * (rows.length - 1)) / (count - 1))] ?? 0,
  );
}
