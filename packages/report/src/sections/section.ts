import type { Safe } from "../html/html.js";
import type { PageView } from "../view/page-view.js";
import type { RunView } from "../view/run-view.js";

/** Says why a section has nothing to show. */
export interface Absent {
  readonly absent: string;
  /** The line of a sweep file that would fill it. */
  readonly yaml?: string;
}

/** A part of the page. Each is one file; `sections.ts` lists them in a reader's order. */
export interface Section {
  /** The fragment of its address. */
  readonly id: string;
  readonly title: string;
  /** Its title on a page where that says more. */
  readonly titleOf?: (view: RunView) => string;
  /** Whether a reader opens it: what is looked up, not read. */
  readonly closed?: boolean;
  /** Pure: the same run gives the same markup. */
  render(view: PageView): Safe | Absent;
}

export function isAbsent(content: Safe | Absent): content is Absent {
  return "absent" in content;
}
