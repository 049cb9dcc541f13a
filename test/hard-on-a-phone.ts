/**
 * Runs inside the page: names what a finger would miss (WCAG 2.2, 2.5.8: 24 pixels, links in a sentence
 * excepted) and texts of charts that are drawn smaller than 10 pixels.
 */
export function hardOnAPhone(): string[] {
  const problems: string[] = [];
  const targets = "button, summary, select, input[type=search], .choice label, nav a";
  for (const target of document.querySelectorAll(targets)) {
    if (!target.checkVisibility()) continue;
    const { width, height } = target.getBoundingClientRect();
    if (height < 24 || width < 24)
      problems.push(
        `${width.toFixed()} x ${height.toFixed()}: ${target.tagName} ${target.textContent?.slice(0, 40)}`,
      );
  }
  for (const text of document.querySelectorAll<SVGTextElement>("svg text")) {
    if (!text.checkVisibility()) continue;
    const scale = text.getScreenCTM()?.a ?? 1;
    const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
    if (size < 9.95) problems.push(`${size.toFixed(1)} px: ${text.textContent}`);
  }
  return [...new Set(problems)].slice(0, 30);
}
