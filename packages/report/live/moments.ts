import { each } from "./each.js";
import { button } from "./element.js";
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
    if (set.classList.contains("regions")) playButton(set, choices);
    view.onRestore(() => {
      const choice = choices[Number(view.get(name) || usual)];
      if (choice) choice.checked = true;
    });
  });
}

const STEP_MS = 700;

/** Shows one moment after the other, the first after the last, until it is pressed again. */
function playButton(set: Element, choices: readonly HTMLInputElement[]): void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const play = button("▶ Play", () => {
    if (timer !== undefined) {
      clearInterval(timer);
      timer = undefined;
    } else
      timer = setInterval(() => {
        const next = choices[(choices.findIndex(({ checked }) => checked) + 1) % choices.length];
        if (!next) return;
        next.checked = true;
        next.dispatchEvent(new Event("change", { bubbles: true }));
      }, STEP_MS);
    play.textContent = timer === undefined ? "▶ Play" : "❚❚ Pause";
    play.setAttribute("aria-pressed", String(timer !== undefined));
  });
  play.className = "more play";
  set.querySelector("legend")?.after(play);
}
