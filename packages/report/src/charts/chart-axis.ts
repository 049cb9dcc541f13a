/** Where values stand along one side of a chart, and what they measure. */
export interface ChartAxis {
  at(value: number): number;
  /** Few enough not to touch each other. */
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly label: string;
}
