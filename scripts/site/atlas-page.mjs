import { catalog } from "../../packages/core/dist/internal.bundle.js";
import { activationSource } from "../../packages/core/dist/portable.bundle.js";
import { atlasFrame } from "./atlas-frame.mjs";
import { formulaOf, slopesOf } from "./atlas-parts.mjs";
import { escaped } from "./escaped.mjs";

const VERSION = "from its catalog";

/** Below this a distance is rounding. */
const SAME = 1e-6;

const number = (value) => `${Number(value.toPrecision(5))}`;
const end = (value, side) => (value === null ? (side === 0 ? "−∞" : "∞") : number(value));
const interval = ([from, to]) => `${end(from, 0)} to ${end(to, 1)}`;
const linked = (text) =>
  escaped(text).replace(/\barXiv:(\d{4}\.\d{4,5})/g, '<a href="https://arxiv.org/abs/$1">arXiv:$1</a>');

/** The page of one activation: what it is, what follows from it, where it comes from, its code. */
export function atlasPage({ activation, facts, source, places, neighbors }) {
  const { name, summary } = activation;
  const slopes = slopesOf(activation).map(([variable, formula]) =>
    row(`derivative in ${variable}`, formula, "formula"),
  );
  return atlasFrame({
    title: `${name}: activation function`,
    links: [
      ["All activations", "index.html"],
      ["actbench", "../index.html"],
      ["As a table", "../docs/activations.html"],
    ],
    body: `<h1>${name}</h1><p class="lead">${escaped(summary)}</p>
${activation.inputs > 1 ? "" : `<img class="large" src="${name}.svg" width="280" height="190" alt="${name} and its derivative on [−4, 4]">`}
<h2>Formula</h2><table>${row("value", formulaOf(activation), "formula")}${row("as text", `<code>${escaped(activation.formula)}</code>`)}
${slopes.join("")}${activation.params.map(paramRow).join("")}${(activation.constraints ?? []).map((one) => row("condition", escaped(one))).join("")}</table>
<h2>Properties</h2><table>${propertyRows(facts).join("")}</table>
<h2>Source</h2><table>${sourceRows(activation, source).join("")}</table>
${places.length === 0 ? "" : `<h2>League</h2><ul>${places.map((place) => `<li>${escaped(place)}</li>`).join("")}</ul>`}
${neighbors.length === 0 ? "" : `<h2>Curves like it</h2><ul>${neighbors.map(neighbor).join("")}</ul>`}
<h2>Code for PyTorch</h2><pre><code>${escaped(activationSource([activation], "torch", VERSION))}</code></pre>
<p>For JAX, NumPy, TensorFlow.js, LaTeX and ONNX: <code>actbench activations show ${name} --as jax</code></p>`,
  });
}

const row = (title, said, kind = "") =>
  `<tr><th scope="row">${title}</th><td>${kind === "" ? said : `<div class="${kind}">${said}</div>`}</td></tr>`;

function paramRow({ name, default: value, min, max, trainable, per }) {
  const range =
    min !== undefined && max !== undefined
      ? `, ${min} to ${max}`
      : min !== undefined
        ? `, at least ${min}`
        : max !== undefined
          ? `, at most ${max}`
          : "";
  return row(`parameter ${name}`, `${number(value)}${range}${trainable ? `, trained per ${per}` : ""}`);
}

function propertyRows({ curve, dead, gain, mean, second_moment }) {
  const moment = (value) => (value === null ? "none: the integral diverges" : number(value));
  const shape =
    curve === null
      ? []
      : [
          row("range", `${interval(curve.range)}, ${curve.monotone ? "monotone" : "not monotone"}`),
          row("smooth", curve.smooth ? "yes: no jump of value or derivative" : "no"),
          row("kinks", curve.kinks.length === 0 ? "none" : curve.kinks.slice(0, 24).map(number).join(", ")),
          row("sup |f′|", curve.lipschitz === null ? "unbounded" : number(curve.lipschitz)),
          row("derivative 0", curve.zero_slope.map(interval).join(", ") || "on no interval"),
        ];
  return [
    ...shape,
    row("units can die", dead === "never" ? "no" : "yes"),
    row("gain", `${moment(gain)}, that is 1/√E[f(z)²] with z ~ N(0, 1)`),
    row("E[f(z)]", moment(mean)),
    row("E[f(z)²]", moment(second_moment)),
  ];
}

function sourceRows({ family }, { cite, year, aliases = [], survey, note }) {
  return [
    row("source", linked(cite)),
    ...(year === undefined ? [] : [row("year", `${year}`)]),
    row("family", family),
    ...(aliases.length === 0
      ? []
      : [row("also called", aliases.map(({ name }) => escaped(name)).join(", "))]),
    ...(survey === undefined ? [] : [row("survey", linked(`section ${survey} of arXiv:2402.09092`))]),
    ...(note === undefined ? [] : [row("note", linked(note))]),
  ];
}

function neighbor({ name, distance }) {
  const { summary = "" } = catalog.find((one) => one.name === name) ?? {};
  const near = distance < SAME ? "the same" : `within ${number(distance)}`;
  return `<li><a href="${name}.html">${name}</a>: ${near} on [−4, 4], ${escaped(summary)}</li>`;
}
