/** What a reader has set, kept in the address: `#place?name=value&…`. */
export interface View {
  /** A value by name; empty where it is not set. */
  get(name: string): string;
  /** Keeps a value; an empty one is forgotten. */
  set(name: string, value: string): void;
  /** Goes to an element of the page by its id. */
  go(place: string): void;
  /** Registers what shows the values, and is called with the place whenever the address changes. */
  onRestore(show: (place: string) => void): void;
  /** Shows what the address says. */
  restore(): void;
}

/** The one view of a page. */
export function createView(): View {
  let values = new URLSearchParams();
  let place = "";
  const shows: ((place: string) => void)[] = [];
  const write = (): void => {
    const query = values.toString();
    history.replaceState(null, "", `#${place}${query && `?${query}`}`);
  };
  const restore = (): void => {
    const text = decodeURI(location.hash.slice(1));
    const cut = text.indexOf("?");
    place = cut < 0 ? text : text.slice(0, cut);
    // A link of the page names a place alone: what the reader has set stays.
    if (cut >= 0) values = new URLSearchParams(text.slice(cut + 1));
    else if (values.size > 0) write();
    for (const show of shows) show(place);
    if (cut >= 0) document.getElementById(place)?.scrollIntoView();
  };
  addEventListener("hashchange", restore);
  return {
    get: (name) => values.get(name) ?? "",
    set(name, value) {
      if (value === "") values.delete(name);
      else values.set(name, value);
      write();
    },
    go(next) {
      place = next;
      write();
    },
    onRestore: (show) => void shows.push(show),
    restore,
  };
}
