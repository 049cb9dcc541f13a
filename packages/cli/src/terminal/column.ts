/** A column of a table. */
export interface Column {
  readonly title: string;
  /** Numbers are aligned right. */
  readonly align?: "left" | "right";
  /**
   * Left out where the table is too wide for the terminal: the highest number first, of equal ones the last.
   */
  readonly minor?: number;
}
