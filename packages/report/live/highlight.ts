import { each } from "./each.js";

/** Shows one point everywhere at once under the pointer or the focus. */
export function highlight(article: HTMLElement): void {
  let current = "";
  const show = (event: Event): void => {
    const mark =
      event.type === "pointerleave" ? null : (event.target as Element).closest<HTMLElement>("[data-p]");
    const point = mark?.dataset.p ?? "";
    if (point === current) return;
    each(article, ".on", (old) => old.classList.remove("on"));
    current = point;
    if (point !== "") each(article, `[data-p="${point}"]`, (now) => now.classList.add("on"));
  };
  for (const type of ["pointermove", "pointerleave", "focusin"]) article.addEventListener(type, show);
}
