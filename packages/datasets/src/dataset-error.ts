/**
 * Why a dataset is not there: `unknown` name, `missing` or `damaged` file, `refused` request, failed `fetch`.
 */
export type DatasetErrorCode =
  | "dataset_unknown"
  | "dataset_missing"
  | "dataset_damaged"
  | "dataset_refused"
  | "dataset_fetch";

/** A dataset that cannot be had; the message says what was found, what was expected and what to do next. */
export class DatasetError extends Error {
  override readonly name = "DatasetError";
  readonly code: DatasetErrorCode;

  constructor(code: DatasetErrorCode, message: string, options?: { readonly cause: unknown }) {
    super(message, options);
    this.code = code;
  }
}
