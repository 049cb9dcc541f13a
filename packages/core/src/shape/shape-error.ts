/**
 * A value from outside is not what it should be; the message says what was found, where, and what was
 * expected.
 */
export class ShapeError extends Error {
  override readonly name: string = "ShapeError";
  readonly code: string = "malformed";
  /** What is wrong, without the place. */
  readonly problem: string;
  /** Where in the value, for example `curve[3].test.accuracy`; empty for the value itself. */
  readonly place: string;

  constructor(problem: string, place = "") {
    super(place === "" ? problem : `${place}: ${problem}`);
    this.problem = problem;
    this.place = place;
  }

  /** The same problem, seen from one level further out. */
  within(step: string): ShapeError {
    const joint = this.place === "" || this.place.startsWith("[") ? "" : ".";
    return new ShapeError(this.problem, `${step}${joint}${this.place}`);
  }
}
