import { each } from "./each.js";
import type { View } from "./view.js";

/** Keeps in the address which moment of the training the maps of a run show; choosing it needs no script. */
export function moments(article: HTMLElement, view: View): void {
  each(article, "fieldset.choice", (set) => {
    const choices = [...set.querySelectorAll("input")];
    const usual = choices.findIndex(({ defaultChecked }) => defaultChecked);
    const name = choices[0]?.name ?? "";
    set.addEventListener("change", () => {
      const chosen = choices.findIndex(({ checked }) => checked);
      view.set(name, chosen === usual ? "" : String(chosen));
    });
    view.onRestore(() => {
      const choice = choices[Number(view.get(name) || usual)];
      if (choice) choice.checked = true;
    });
  });
}
