import { each } from "./each.js";
import type { View } from "./view.js";

/** On a phone the first sections are open and the others wait behind their headings. */
const OPEN_ON_PHONE = 4;
const PHONE = "(max-width:640px)";

/** Closes what a phone has no room for, and opens whatever a link of the page leads to. */
export function openSections(article: HTMLElement, view: View): void {
  if (matchMedia(PHONE).matches)
    [...article.querySelectorAll<HTMLDetailsElement>("details.section[open]")]
      .slice(OPEN_ON_PHONE)
      .forEach((section) => {
        section.open = false;
      });
  view.onRestore((place) => {
    const target = document.getElementById(place);
    if (!target || !article.contains(target)) return;
    for (let at: Element | null = target; at && at !== article; at = at.parentElement)
      if (at instanceof HTMLDetailsElement) at.open = true;
    const own = target.firstElementChild;
    if (own instanceof HTMLDetailsElement) own.open = true;
  });
  each<HTMLDetailsElement>(article, "details.menu", (menu) =>
    menu.addEventListener("click", ({ target }) => {
      if ((target as Element).closest("a")) menu.open = false;
    }),
  );
}
