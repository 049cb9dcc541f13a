/**
 * Runs inside the page: opens every part that is closed, as a click on its heading does, and names each
 * heading that a pointer would not reach because it is without size or something lies on it.
 */
export function openDetails(): string[] {
  const problems: string[] = [];
  for (const summary of document.querySelectorAll("summary")) {
    const details = summary.parentElement;
    if (!(details instanceof HTMLDetailsElement) || details.open || !summary.checkVisibility()) continue;
    summary.scrollIntoView({ block: "center" });
    const { left, top, width, height } = summary.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    if (!summary.contains(hit)) problems.push(`out of reach: ${summary.textContent}`);
    summary.click();
  }
  return problems;
}
