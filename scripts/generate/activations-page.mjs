import { catalogSource } from "../../packages/core/dist/atlas.js";
import { activationCard, activationCurve, catalog } from "../../packages/core/dist/internal.js";
import { renderActivation } from "../../packages/report/dist/index.js";

const number = (value) => `${Number(value.toPrecision(4))}`;
const interval = (from, to) =>
  `${Number.isFinite(from) ? `[${number(from)}` : "(−∞"}, ${Number.isFinite(to) ? `${number(to)}]` : "∞)"}`;

const capital = (text) => `${text[0].toUpperCase()}${text.slice(1)}`;

/** docs/activations.md and its plots: the built-in list, formula, what follows from it, source. */
export function activationFiles() {
  const families = [...new Set(catalog.map(({ family }) => family))];
  const page = [
    "# Activations",
    "",
    `The ${catalog.length} built-in activations, written by \`pnpm generate\` from their list; \`actbench activations show NAME\` says`,
    "more of each. A plot shows the value (solid) and the slope (dashed), and shades where the slope is identically",
    "zero: a unit whose pre-activations all lie there is dead. The gain is 1/√E[f(z)²], z ~ N(0, 1), by quadrature; it",
    "scales `init: auto`. One of your own is a line: [your-own-activation.md](your-own-activation.md).",
    "",
    ...families.flatMap((family) => [
      `## ${capital(family)}`,
      "",
      ...catalog.filter((one) => one.family === family).flatMap(entry),
    ]),
  ].join("\n");
  const plots = catalog.flatMap((activation) => {
    const curve = activationCurve(activation);
    return curve === undefined ? [] : [[`docs/activations/${activation.name}.svg`, renderActivation(curve)]];
  });
  return { "docs/activations.md": page, ...Object.fromEntries(plots) };
}

function entry(activation) {
  const card = activationCard(activation);
  const params = card.params.map(
    ({ name, default: value, trainable, per }) =>
      `\`${name}\` ${value}${trainable ? `, trained per ${per}` : ""}`,
  );
  const { properties } = card;
  const facts = [
    ...(params.length > 0
      ? [["parameters", [...params, ...(activation.constraints ?? []).map((one) => `\`${one}\``)].join("; ")]]
      : []),
    ...(properties === undefined
      ? [["inputs", `${card.spec.inputs} pre-activations per unit`]]
      : [
          ["range", interval(...properties.range)],
          [
            "slope 0",
            properties.zeroSlope.map(({ from, to }) => interval(from, to)).join(", ") ||
              "nowhere on an interval: no unit can be dead",
          ],
        ]),
    ["gain", number(card.gain)],
    ["source", catalogSource(card.name).cite],
  ];
  return [
    `### ${card.name}`,
    "",
    `${/^x\b/.test(card.summary) ? card.summary : capital(card.summary)}.`,
    "",
    ...(card.spec.inputs === 1 ? [`![${card.name} and its slope](activations/${card.name}.svg)`, ""] : []),
    "```text",
    `f(${card.slopes.map(({ variable }) => variable).join(", ")}) = ${activation.formula}`,
    ...card.slopes.map(({ variable, text }) => `∂f/∂${variable} = ${text}`),
    "```",
    "",
    ...facts.map(([title, said]) => `- ${title}: ${said}`),
    "",
  ];
}
