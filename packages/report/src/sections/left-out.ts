import { plural } from "../format/format.js";
import { html, type Safe } from "../html/html.js";

/** Says what a limited list of charts does not show; nothing where it shows all. */
export function leftOut(shown: number, all: number, one: string): Safe | undefined {
  return shown >= all
    ? undefined
    : html`<p class="note">Shown are the ${shown} best by rank; ${plural(all - shown, one)} left out. Their trials are in the trial table.</p>`;
}
