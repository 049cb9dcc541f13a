/** Calls `act` for every element that a selector finds below a node. */
export function each<E extends Element = HTMLElement>(
  root: ParentNode,
  selector: string,
  act: (element: E, place: number) => void,
): void {
  let place = 0;
  for (const element of root.querySelectorAll<E>(selector)) act(element, place++);
}
