// The gallery of activations, and a page for each: static files beside the site's own pages.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  catalogSource,
  factsOf,
  families,
  nearestActivations,
} from "../../packages/core/dist/atlas.bundle.js";
import { activationCurve, catalog } from "../../packages/core/dist/internal.bundle.js";
import { renderActivation } from "../../packages/report/dist/index.bundle.js";
import { atlasFrame } from "./atlas-frame.mjs";
import { atlasPage } from "./atlas-page.mjs";
import { curveOf, formulaOf } from "./atlas-parts.mjs";
import { escaped } from "./escaped.mjs";
import { leaguePlaces } from "./league-places.mjs";

const NEIGHBORS = 6;

/** Writes activations/index.html and a page for each activation under public/ of the staged site. */
export function writeAtlas(root, staged) {
  const folder = join(staged, "public/activations");
  mkdirSync(folder, { recursive: true });
  const placesOf = leaguePlaces(join(root, "docs/league.json"));
  const entries = catalog.map((activation) => ({
    activation,
    facts: factsOf(activation),
    source: catalogSource(activation.name),
    places: placesOf(activation.name),
  }));
  writeFileSync(join(folder, "index.html"), gallery(entries));
  for (const entry of entries) {
    const { name } = entry.activation;
    const curve = activationCurve(entry.activation);
    const neighbors = curve === undefined ? [] : neighborsOf(name, curve);
    if (curve !== undefined) writeFileSync(join(folder, `${name}.svg`), renderActivation(curve));
    writeFileSync(join(folder, `${name}.html`), atlasPage({ ...entry, neighbors }));
  }
}

function neighborsOf(name, { value }) {
  return nearestActivations(value, { count: NEIGHBORS, fit: false, without: [name] });
}

function gallery(entries) {
  const shown = families.filter((family) => entries.some(({ activation }) => activation.family === family));
  const options = shown.map((family) => `<option>${family}</option>`).join("");
  return atlasFrame({
    title: `${entries.length} activation functions`,
    links: [
      ["actbench", "../index.html"],
      ["As a table", "../docs/activations.html"],
      ["Left out", "../docs/activations-left-out.html"],
      ["Your own", "../docs/your-own-activation.html"],
    ],
    body: `<h1>${entries.length} activation functions</h1>
<p class="lead">Value (solid) and derivative (dashed) on [−4, 4], parameters at their defaults; shaded where the derivative is
identically 0, so that a unit whose pre-activations all lie there is dead.</p>
<form role="search"><input type="search" name="words" aria-label="Words to look for" placeholder="name, author, year, …">
<select name="family" aria-label="Family"><option value="">all families</option>${options}</select>
<label><input type="checkbox" name="dead"> units can die</label>
<label><input type="checkbox" name="falls"> not monotone</label>
<output aria-live="polite">${entries.length} shown</output></form>
<ul class="cards">${entries.map(card).join("\n")}</ul>`,
    script: FILTER,
  });
}

function card({ activation, facts, source, places }) {
  const { name, family, summary } = activation;
  const also = (source.aliases ?? []).map((other) => other.name);
  const text = [name, ...also, family, summary, source.cite, source.year ?? ""].join(" ").toLowerCase();
  const marks = [facts.dead === "never" ? "" : "dead", facts.curve?.monotone === false ? "falls" : ""];
  return `<li class="card" data-family="${family}" data-marks="${marks.join(" ").trim()}" data-text="${escaped(text)}">
<a href="${name}.html">${name}</a>${curveOf(activation)}
<div class="formula">${formulaOf(activation)}</div><p>${escaped(summary)}</p><p>${family}${source.year === undefined ? "" : `, ${source.year}`}</p>${places.map((place) => `<p class="tier">${escaped(place)}</p>`).join("")}</li>`;
}

/** Runs in the page: shows the cards that hold every word, of a family, with the marks that are asked for. */
const FILTER = `
const form = document.querySelector("form"), output = form.querySelector("output");
const cards = [...document.querySelectorAll(".card")];
const show = () => {
  const data = new FormData(form);
  const words = String(data.get("words")).toLowerCase().split(/\\s+/).filter(Boolean);
  const family = data.get("family"), marks = ["dead", "falls"].filter((mark) => data.has(mark));
  let shown = 0;
  for (const card of cards) {
    const has = card.dataset.marks.split(" ");
    const fits = (family === "" || card.dataset.family === family) && marks.every((mark) => has.includes(mark)) &&
      words.every((word) => card.dataset.text.includes(word));
    card.hidden = !fits;
    if (fits) shown++;
  }
  output.textContent = shown + " shown";
};
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
show();
`;
