import type { Size } from "../charts/sizes.js";
import type { Safe } from "../html/html.js";

/** A chart that is drawn for a width. */
export interface DrawnChart {
  readonly title: string;
  /** What its marks are; the number of seeds and the interval are added to it. */
  readonly marks: string;
  /** Whether intervals over seeds are drawn. */
  readonly hasIntervals?: boolean;
  readonly draw: (size: Size) => Safe;
}
