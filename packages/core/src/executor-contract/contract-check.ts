/** A promise of the `Executor` interface; `check` rejects where it is not kept. */
export interface ContractCheck {
  readonly name: string;
  check(): Promise<void>;
}
