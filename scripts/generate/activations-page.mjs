import { catalogSource, families, leftOut } from "../../packages/core/dist/atlas.bundle.js";
import { activationCurve, catalog } from "../../packages/core/dist/internal.bundle.js";
import { renderActivationSheet } from "../../packages/report/dist/index.bundle.js";
import { wrapProse } from "../wrap-prose.mjs";
import { paragraph } from "./paragraph.mjs";
import { table } from "./table.mjs";

const SURVEY = "[arXiv:2402.09092](https://arxiv.org/abs/2402.09092)";

const number = (value) => `${Number(value.toPrecision(4))}`;
const interval = ([from, to]) =>
  `${from === null ? "(−∞" : `[${number(from)}`}, ${to === null ? "∞)" : `${number(to)}]`}`;
const capital = (text) => `${text[0].toUpperCase()}${text.slice(1)}`;
const code = (text) => `\`${text}\``;
/** arXiv's numbers as links. */
const linked = (text) => text.replace(/\barXiv:(\d{4}\.\d{4,5})/g, "[arXiv:$1](https://arxiv.org/abs/$1)");

/**
 * docs/activations.md, its plots and the list of what is left out, from the catalog and what is known of it.
 */
export function activationFiles(facts) {
  const shown = families
    .map((family) => ({ family, members: catalog.filter((one) => one.family === family) }))
    .filter(({ members }) => members.length > 0);
  const plots = shown.flatMap(({ family, members }) => {
    const curves = members.flatMap((one) => activationCurve(one) ?? []);
    if (curves.length === 0) return [];
    return [
      [`docs/activations/${family}.svg`, renderActivationSheet(`${capital(family)} activations`, curves)],
    ];
  });
  return {
    "docs/activations.md": wrapProse(page(shown, facts)),
    "docs/activations-left-out.md": wrapProse(leftOutPage()),
    ...Object.fromEntries(plots),
  };
}

function page(shown, facts) {
  return [
    "# Activations",
    "",
    ...paragraph(
      `The ${catalog.length} built-in activations, written by \`pnpm generate\` from their lists.`,
      "`actbench activations show NAME` says more of each.",
      "Your own is one line: [your-own-activation.md](your-own-activation.md).",
    ),
    "",
    ...shown.map(({ family, members }) => `- [${capital(family)}](#${family}): ${members.length}`),
    "",
    ...paragraph(
      "A plot shows the value (solid) and the derivative (dashed) on [−4, 4], parameters at their defaults, and shades where",
      "the derivative is identically zero: a unit whose pre-activations all lie there is dead.",
      "The gain is 1/√E[f(z)²], z ~ N(0, 1), by quadrature; it scales `init: auto`.",
      "A parameter with a star is trained unless a study says otherwise, with two stars per unit.",
    ),
    "",
    ...surveyCount(),
    ...shown.flatMap(({ family, members }) => [
      `## ${capital(family)}`,
      "",
      ...(members.some(({ inputs }) => inputs === 1)
        ? [`![The curves of the ${family} activations](activations/${family}.svg)`, ""]
        : []),
      ...table(
        ["name", "formula", "parameters", "range", "derivative 0", "gain", "source"],
        members.map((one) => row(one, facts.get(one.name)[1])),
      ),
      "",
      ...notes(members),
    ]),
  ].join("\n");
}

function row({ name, formula, params, constraints = [] }, { curve, gain }) {
  const { cite, year, aliases = [] } = catalogSource(name);
  const also = aliases.length === 0 ? "" : `, also ${aliases.map((other) => other.name).join(", ")}`;
  const dated = year === undefined || cite.includes(`${year}`) ? cite : `${cite} (${year})`;
  return [
    `**${name}**${also}`,
    code(formula),
    [
      ...params.map((param) => {
        const trained = param.trainable ? (param.per === "unit" ? "\\*\\*" : "\\*") : "";
        return `${code(param.name)}${trained} ${number(param.default)}`;
      }),
      ...constraints.map(code),
    ].join("; "),
    curve === null ? "" : interval(curve.range),
    curve === null ? "" : curve.zero_slope.map(interval).join(", "),
    gain === null ? "" : number(gain),
    linked(dated),
  ];
}

function notes(members) {
  const lines = members.flatMap(({ name }) => {
    const { note } = catalogSource(name);
    return note === undefined ? [] : [`- **${name}**: ${linked(note)}`];
  });
  return lines.length === 0 ? [] : [...lines, ""];
}

/** The survey's functions: in the catalog, in it under another name, left out. */
function surveyCount() {
  const sources = catalog.map(({ name }) => catalogSource(name));
  const own = sources.filter(({ survey }) => survey !== undefined).length;
  const other = sources.flatMap(({ aliases = [] }) => aliases).filter(({ survey }) => survey !== undefined);
  const left = leftOut.filter(({ survey }) => survey !== undefined).length;
  const all = own + other.length + left;
  if (all === 0) return [];
  return [
    ...paragraph(
      `Of the ${all} functions of the survey ${SURVEY}, ${own} are here under their own entry,`,
      `${other.length} as another name of one, and ${left} are left out:`,
      "[activations-left-out.md](activations-left-out.md) says why.",
    ),
    "",
  ];
}

const REASONS = {
  stochastic: "random",
  whole_layer: "reads other units",
  batch_or_epoch: "depends on the batch or the time",
  table: "a table, not a formula",
  not_real: "not a real number everywhere",
  pole: "without bound at a point",
  not_found: "no definition found",
};

function leftOutPage() {
  return [
    "# Activations left out",
    "",
    ...paragraph(
      "Functions of the literature that the [catalog](activations.md) does not hold, and why.",
      `Sections are those of the survey ${SURVEY}.`,
      "Written by `pnpm generate` from `packages/core/src/activation/catalog/sources/left-out.ts`.",
    ),
    "",
    ...table(
      ["name", "section", "reason", "why"],
      leftOut.map(({ name, survey = "", reason, why }) => [name, survey, REASONS[reason], linked(why)]),
    ),
    "",
  ].join("\n");
}
