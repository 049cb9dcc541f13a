/** A page that holds no readable run: not ours, damaged, too large, or made by a newer version. */
export class ReportDataError extends Error {
  readonly code = "report_data";
  override readonly name = "ReportDataError";
  /** What is wrong, without the place. */
  readonly problem: string;
  /** Where in the data, for example `records[3].status`; empty for the page itself. */
  readonly place: string;

  constructor(problem: string, place = "") {
    super(place === "" ? problem : `${place}: ${problem}`);
    this.problem = problem;
    this.place = place;
  }

  /** The same problem, seen from one level further out. */
  within(step: string): ReportDataError {
    const joint = this.place === "" || this.place.startsWith("[") ? "" : ".";
    return new ReportDataError(this.problem, `${step}${joint}${this.place}`);
  }
}
