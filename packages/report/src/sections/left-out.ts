import { plural } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import type { PageView } from "../view/page-view.js";
import { placeWords } from "../view/rows.js";

/** Says how many points a limited list of charts does not show; nothing where it shows all. */
export function leftOut(view: PageView, shown: number, all: number): Safe | undefined {
  return shown >= all
    ? undefined
    : html`<p class="note">Shown are the ${shown} best by rank; ${plural(all - shown, "configuration")} left out. ${placeWords(view)}</p>`;
}
