import { bothSizes } from "../charts/sizes.js";
import { verdictRows } from "../charts/verdict-plot.js";
import { capital } from "../format/capital.js";
import { plural } from "../format/format.js";
import { headlineOf } from "../headline/headline.js";
import type { Headline } from "../headline/headline-row.js";
import { type Highlight, highlightsOf } from "../headline/highlights.js";
import { type NextStep, nextStep } from "../headline/next-step.js";
import { verdictFigure } from "../headline/verdict-figure.js";
import { verdictSentence } from "../headline/verdict-sentence.js";
import { html, type Safe } from "../html/html.js";
import { chartFigure } from "../sections/chart-figure.js";
import { name } from "../sections/name.js";
import type { RunView } from "../view/run-view.js";
import { partsOf } from "./parts-of.js";
import { runFacts } from "./run-facts.js";

/** The first screen: what was found, the one plot that shows it, three facts, what to do next. */
export function hero(view: RunView): Safe {
  const { prefix, study } = view;
  const headline = headlineOf(view);
  const { parts, basis } = verdictSentence(view);
  const plot = headline && plotOf(view, headline);
  return html`<header class="hero">
<h1 id="${prefix}title">${name(study.name)}</h1>
<p class="verdict">${partsOf(parts)}</p>
${basis !== "" && html`<p class="basis">${capital(basis)}.</p>`}
${plot}
<div class="highlights">${highlightsOf(view).map((one) => highlight(prefix, one))}${next(view)}</div>
${runFacts(view)}
</header>`;
}

function plotOf(view: RunView, headline: Headline): Safe | undefined {
  const found = verdictFigure(view);
  if (found === undefined) return undefined;
  const left = headline.rows.length - verdictRows("narrow");
  const anchor = headline.kind === "baseline" ? "effects" : "leaderboard";
  return chartFigure({
    id: `${view.prefix}forest`,
    title: found.title,
    kind: "hero-plot",
    body: bothSizes(found.draw),
    ...(left > 0 && {
      more: html`<a href="#${view.prefix}${anchor}">${plural(headline.rows.length, "comparison")}</a>`,
    }),
  });
}

function highlight(prefix: string, { title, section, lines }: Highlight): Safe {
  return html`<div class="highlight"><h2><a href="#${prefix}${section}">${capital(title)}</a></h2>${lines.map((line) => html`<p>${partsOf(line)}</p>`)}</div>`;
}

function commandOf({ command, again }: NextStep): Safe | false {
  if (command !== undefined) return html`<p><code class="copied">${command}</code></p>`;
  if (again === undefined) return false;
  return again === ""
    ? html`<p>Run the same command again.</p>`
    : html`<p>Run the same command with <code class="copied">${again}</code></p>`;
}

function next(view: RunView): Safe | false {
  const step = nextStep(view);
  if (step === undefined) return false;
  return html`<div class="highlight next"><h2>Next</h2>${commandOf(step)}<p>${partsOf(step.why)}</p></div>`;
}
