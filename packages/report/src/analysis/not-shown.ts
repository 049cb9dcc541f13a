/** Why an analysis has nothing to show. */
export interface NotShown {
  readonly why: string;
}

export function isNotShown(result: object): result is NotShown {
  return "why" in result;
}
