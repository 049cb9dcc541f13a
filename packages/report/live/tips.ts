import { element } from "./element.js";

const GAP = 14;

/** Shows what a mark says of itself, its `aria-label`, beside the pointer or the focus; Escape hides it. */
export function tips(body: HTMLElement): void {
  const tip = element("div", "", "tip");
  tip.setAttribute("aria-hidden", "true");
  body.append(tip);
  const hide = (): void => tip.classList.remove("shown");
  const show = (event: Event): void => {
    const mark = (event.target as Element).closest("svg [aria-label]");
    if (mark === null) {
      hide();
      return;
    }
    tip.textContent = mark.getAttribute("aria-label");
    tip.classList.add("shown");
    const box = mark.getBoundingClientRect();
    const [x, y] = event instanceof PointerEvent ? [event.clientX, event.clientY] : [box.right, box.bottom];
    const { width, height } = tip.getBoundingClientRect();
    tip.style.left = `${Math.max(4, Math.min(x + GAP, innerWidth - width - 8))}px`;
    tip.style.top = `${y + GAP + height > innerHeight ? y - GAP - height : y + GAP}px`;
  };
  body.addEventListener("pointermove", show);
  body.addEventListener("focusin", show);
  body.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide();
  });
  addEventListener("scroll", hide, true);
}
