import { element } from "./element.js";

const GAP = 14;

/** Shows what a mark says of itself, its `aria-label`, beside the pointer or the focus; Escape hides it. */
export function tips(body: HTMLElement): void {
  const tip = element("div", "", "tip");
  tip.setAttribute("aria-hidden", "true");
  body.append(tip);
  const hide = (): void => tip.classList.remove("shown");
  const markOf = (target: EventTarget | null): Element | null =>
    target instanceof Element ? target.closest("svg [aria-label]") : null;
  const place = (mark: Element, [x, y]: readonly [x: number, y: number]): void => {
    tip.textContent = mark.getAttribute("aria-label");
    tip.classList.add("shown");
    const { width, height } = tip.getBoundingClientRect();
    tip.style.left = `${Math.max(4, Math.min(x + GAP, innerWidth - width - 8))}px`;
    tip.style.top = `${y + GAP + height > innerHeight ? y - GAP - height : y + GAP}px`;
  };
  const beside = (mark: Element): void => {
    const { right, bottom } = mark.getBoundingClientRect();
    place(mark, [right, bottom]);
  };
  body.addEventListener("pointermove", ({ target, clientX, clientY }) => {
    const mark = markOf(target);
    if (mark) place(mark, [clientX, clientY]);
    else hide();
  });
  body.addEventListener("focusin", ({ target }) => {
    const mark = markOf(target);
    if (mark) beside(mark);
    else hide();
  });
  body.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide();
  });
  // A mark that takes the focus may scroll the page: its words go with it.
  const follow = (): void => {
    const mark = markOf(document.activeElement);
    if (mark && tip.textContent === mark.getAttribute("aria-label") && tip.classList.contains("shown"))
      beside(mark);
    else hide();
  };
  addEventListener("scroll", follow, true);
}
