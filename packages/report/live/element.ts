const SVG = "http://www.w3.org/2000/svg";

/** A new HTML element with a text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text = "",
  className = "",
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

/** A new SVG element with attributes, in a parent. */
export function shape<K extends keyof SVGElementTagNameMap>(
  parent: Element,
  name: K,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  parent.append(made);
  return made;
}

/** A button that does something. */
export function button(label: string, act: () => void): HTMLButtonElement {
  const made = element("button", label);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}
