import { html } from "../../html/html.js";
import type { Section } from "../section.js";
import { unitsAgainstAccuracy } from "./against-accuracy.js";
import { unitsOverAxes } from "./over-axes.js";
import { unitStripsOf } from "./strips.js";
import { unitTurnover } from "./turnover.js";

/** Which units die, where and when, and what that costs. */
export const unitsSection: Section = {
  id: "units",
  title: "Dead, inactive and saturated units",
  render(view) {
    const measured = view.ranked.filter((point) => point.estimate("inactive_rate") !== undefined);
    if (measured.length === 0)
      return {
        absent: "No completed trial measured its units: it was turned off, or there is no hidden layer.",
        yaml: "measure: { dead_units: true }",
      };
    return html`${unitStripsOf(view, measured)}
${unitTurnover(view, measured)}
${unitsAgainstAccuracy(view)}
${unitsOverAxes(view)}`;
  },
};
