const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * Lets arrow keys walk through many marks of which one is in the order of tabs; Enter opens the one that has
 * the focus.
 */
export function rovingTabindex(
  root: Element,
  selector: string,
  open: (mark: HTMLElement) => void = () => {},
): void {
  const marks = (): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)];
  const first = marks()[0];
  if (first) first.tabIndex = 0;
  const focus = (mark: HTMLElement): void => {
    for (const other of root.querySelectorAll<HTMLElement>("[tabindex='0']")) other.tabIndex = -1;
    mark.tabIndex = 0;
    mark.focus({ preventScroll: true });
  };
  root.addEventListener("click", ({ target }) => {
    const mark = (target as Element).closest<HTMLElement>(selector);
    if (mark) focus(mark);
  });
  root.addEventListener("keydown", (event) => {
    const { key, target } = event as KeyboardEvent;
    const current = (target as Element).closest<HTMLElement>(selector);
    if (!current) return;
    if (key === "Enter") open(current);
    const all = marks();
    const next = all[all.indexOf(current) + (STEPS[key] ?? 0)];
    if (!next || next === current) return;
    event.preventDefault();
    focus(next);
    next.scrollIntoView({ block: "nearest" });
  });
}
