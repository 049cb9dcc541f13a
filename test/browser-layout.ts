/**
 * Runs inside the page: names every text that a reader cannot see whole. A text is cut when it leaves the
 * window, its picture or a box that hides what is outside; what scrolls is not cut. Texts of a picture may
 * not overlap.
 */
export function cutTexts(): string[] {
  const problems: string[] = [];
  const say = (what: string, node: Element): void => {
    problems.push(`${what}: ${(node.textContent ?? "").trim().slice(0, 60)}`);
  };
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width)
    problems.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${width}`);

  const inScroll = (element: Element): boolean => element.closest(".scroll") !== null;
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent?.trim());
    if (!own || element.closest("svg, script, style") || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    if (
      style.overflow !== "visible" &&
      style.overflowX !== "auto" &&
      element.scrollWidth > element.clientWidth
    )
      say("hidden by its box", element);
    const range = document.createRange();
    range.selectNodeContents(element);
    for (const rect of range.getClientRects())
      if (!inScroll(element) && (rect.left < -1 || rect.right > width + 1))
        say("outside the window", element);
  }

  for (const svg of document.querySelectorAll("svg")) {
    if (!svg.checkVisibility()) continue;
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")].map((node) => ({
      node,
      box: node.getBoundingClientRect(),
    }));
    texts.forEach(({ node, box }, i) => {
      // One pixel: anti-aliasing and rounding of glyph boxes.
      const outside =
        box.left < frame.left - 1 ||
        box.right > frame.right + 1 ||
        box.top < frame.top - 1 ||
        box.bottom > frame.bottom + 1;
      if (outside) say("outside its picture", node);
      for (const other of texts.slice(i + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        // Boxes of neighboring lines touch; glyphs do not reach their edges.
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (across > 1 && down > 3) say(`on top of “${node.textContent}”`, other.node);
      }
    });
  }
  return problems;
}
