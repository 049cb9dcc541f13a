import { ShapeError } from "@actbench/core/internal";

/** A page that holds no readable run: not ours, damaged, too large, or made by a newer version. */
export class ReportDataError extends ShapeError {
  override readonly code = "report_data";
  override readonly name = "ReportDataError";

  override within(step: string): ReportDataError {
    return ReportDataError.of(super.within(step));
  }

  /** The same error as one of the page's data. */
  static of({ problem, place }: ShapeError): ReportDataError {
    return new ReportDataError(problem, place);
  }
}
