import { each } from "./each.js";
import { element } from "./element.js";
import { readCurve } from "./read-curve.js";
import { smallChart } from "./small-chart.js";

/** Shows a trial's curves in a row below its own; a second time closes it. */
export function openTrial(article: HTMLElement, row: HTMLTableRowElement): void {
  const again = row.nextElementSibling?.classList.contains("opened");
  each(article, "tr.opened", (old) => old.remove());
  if (again) return;
  const curve = readCurve(article, row.dataset.r ?? "");
  const cell = element("td");
  cell.colSpan = row.cells.length;
  const opened = element("tr", "", "opened");
  opened.append(cell);
  const title = `Trial ${row.cells[0]?.textContent}: ${row.cells[1]?.textContent}, seed ${row.cells[2]?.textContent}`;
  cell.append(element("b", title));
  const charts = element("div", "", "opened-charts");
  cell.append(charts);
  for (const [name, lines] of PANELS)
    smallChart(
      charts,
      name,
      lines.map(([label, path]) => ({ label, curve: curve(path) })),
    );
  if (!charts.firstChild) cell.append(element("p", "It has no curve.", "note"));
  row.after(opened);
}

/** What is drawn together: a title, then lines by label and place in an epoch; rates are summed over layers. */
const PANELS: readonly (readonly [
  title: string,
  lines: readonly (readonly [label: string, path: string])[],
])[] = [
  [
    "accuracy",
    [
      ["train", "train.accuracy"],
      ["validation", "validation.accuracy"],
      ["test", "test.accuracy"],
    ],
  ],
  [
    "loss",
    [
      ["train", "train.loss"],
      ["validation", "validation.loss"],
      ["test", "test.loss"],
    ],
  ],
  [
    "units",
    [
      ["dead", "dead"],
      ["inactive", "inactive"],
      ["saturated", "saturated"],
    ],
  ],
];
