import { each } from "./each.js";
import { element } from "./element.js";
import { modelCommand } from "./model-command.js";
import { readTrial, studyOf } from "./read-trial.js";
import { scoreTitles } from "./score-titles.js";
import { smallChart } from "./small-chart.js";
import { trialCosts } from "./trial-costs.js";

/** Shows a trial's curves and costs in a row below its own; a second time closes it. */
export function openTrial(article: HTMLElement, row: HTMLTableRowElement): void {
  const again = row.nextElementSibling?.classList.contains("opened");
  each(article, "tr.opened", (old) => old.remove());
  if (again) return;
  const trial = readTrial(article, row.dataset.r ?? "");
  const cell = element("td");
  cell.colSpan = row.cells.length;
  const opened = element("tr", "", "opened");
  opened.append(cell);
  const title = `Trial ${row.cells[0]?.textContent}: ${row.cells[1]?.textContent}, seed ${row.cells[2]?.textContent}`;
  // Where the table is wider than its frame, this stays in sight.
  const body = element("div", "", "opened-body");
  cell.append(body);
  const charts = element("div", "", "opened-charts");
  body.append(element("b", title), charts);
  for (const [name, lines] of PANELS)
    smallChart(
      charts,
      name,
      lines.map(([label, path, running]) => ({ label, curve: trial.curve(path, running) })),
    );
  if (!charts.firstChild) body.append(element("p", "It has no curve.", "note"));
  const costs = trialCosts(trial);
  if (costs) body.append(element("p", `Under the sweep's load: ${costs}.`, "note"));
  const command = modelCommand(row, studyOf(article));
  if (command) {
    const line = element("p", "Its network as a file, trained again: ", "command");
    line.append(element("code", command));
    body.append(line);
  }
  row.after(opened);
}

type Panel = readonly [
  title: string,
  lines: readonly (readonly [label: string, path: string, running?: string])[],
];

/**
 * What is drawn together: a title, then lines by label, place in an epoch, and the place of running averages
 * that stand in for it; rates are summed over layers. Where a run did not measure a score, nothing is drawn.
 */
const PANELS: readonly Panel[] = [
  // The loss after what people look at first.
  ...scoreTitles
    .toSorted(([a], [b]) => Number(a === "loss") - Number(b === "loss"))
    .map(
      ([name, title]): Panel => [
        title,
        [
          ["train", `train.${name}`, `running_${name}`],
          ["validation", `validation.${name}`],
          ["test", `test.${name}`],
        ],
      ],
    ),
  [
    "units",
    [
      ["dead", "dead"],
      ["inactive", "inactive"],
      ["saturated", "saturated"],
    ],
  ],
];
