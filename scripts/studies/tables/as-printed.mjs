import { activationCurve, auditActivation, findActivation } from "../../../packages/core/dist/internal.js";
import { renderActivation } from "../../../packages/report/dist/index.js";
import { enableRelaxedSimd } from "../../../packages/workers/dist/index.js";
import { table } from "../../generate/table.mjs";
import { allActivations } from "../activations.mjs";

/**
 * `as-printed(WRONG/RIGHT …)`: each formula as printed next to the correct one: what the audit says, and
 * their curves.
 */
export const asPrinted = {
  needs: [],
  async collect({ about, argument }) {
    const activations = await allActivations(about);
    enableRelaxedSimd();
    const now = () => performance.now() / 1000;
    const audits = pairsOf(argument).map(([wrong]) => {
      const { name, checks } = auditActivation(findActivation(wrong, activations), { now });
      return { name, checks: checks.filter((check) => check.name !== "speed") };
    });
    return { audits };
  },
  lines(_, pairs, { name, audits = [], activations }) {
    const named = pairsOf(pairs);
    return [
      "## As printed, and the correct formula",
      "",
      "Solid: value; dashed: derivative; shaded: derivative 0. The last column is the result of `actbench activations check` for the printed formula.",
      "",
      ...table(
        ["as printed", "curve", "correct formula", "audit of the printed formula"],
        named.map(([wrong, right]) => [
          sourceOf(wrong, activations),
          `![${wrong}](${name}-${wrong}.svg)`,
          `![${right}](${name}-${right}.svg)`,
          verdictOf(audits.find((audit) => audit.name === wrong)),
        ]),
      ),
      "",
    ];
  },
  files(_, pairs, { name, activations }) {
    return pairsOf(pairs)
      .flat()
      .map((one) => [
        `${name}-${one}.svg`,
        renderActivation(activationCurve(findActivation(one, activations))),
      ]);
  },
};

/** `a/b c/d` as pairs. */
function pairsOf(text) {
  return text.split(/\s+/).map((pair) => pair.split("/"));
}

function sourceOf(name, activations) {
  const { formula } = findActivation(name, activations);
  return formula === undefined ? `\`${name}\`, code` : `\`${name}\`: \`${formula}\``;
}

function verdictOf(audit) {
  if (audit === undefined) return "–";
  const failed = audit.checks.filter(({ status }) => status === "failed");
  if (failed.length > 0) return failed.map(({ name, message }) => `**${name}**: ${message}`).join("; ");
  const kinks = audit.checks.find(({ name }) => name === "kinks");
  return `passes: it is a valid function with the right derivative, but not the intended one; kinks: ${kinks?.message}`;
}
