import { formatBytes, formatInteger, plural } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import { machinesText } from "../view/machine-kinds.js";
import type { RunView } from "../view/run-view.js";
import { name } from "./name.js";
import type { Section } from "./section.js";

/** What ran where, and all that is needed to run it again. */
export const machineSection: Section = {
  id: "machine",
  title: "Machine, versions and configuration",
  closed: true,
  render(view) {
    const { study } = view;
    const { machine } = study;
    const profiles = [...new Set(study.points.map(({ spec }) => spec.numerics))];
    const engines = [...new Set(study.points.map(({ spec }) => spec.engine))];
    const facts: readonly (readonly [string, string])[] = [
      ["study", study.hash],
      ["revision", String(study.revision)],
      ["created", study.created],
      ["actbench", study.version],
      ["engine", engines.join(", ") || "–"],
      ["numerics", profiles.join(", ") || "–"],
      ["study seed", String(study.study_seed)],
      ["seeds", study.seeds.join(", ") || "–"],
      ["method", study.method],
      ["processor", machine.cpu],
      ["cores", String(machine.cores)],
      ["workers", String(study.workers)],
      ["memory", formatBytes(machine.memory_bytes)],
      ["system", `${machine.os}, ${machine.arch}`],
      ["Node", `${machine.node} (V8 ${machine.v8})`],
      ["fused multiply-add", machine.fma ? "yes" : "no"],
    ];
    return html`<dl class="facts">${facts.map(([key, value]) => html`<div><dt>${key}<dd>${name(value)}</div>`)}</dl>
${placesText(view)}<h3>Configuration</h3>
<pre class="scroll" tabindex="0"><code>${study.config}</code></pre>`;
  },
};

/**
 * Where trials ran, if not all on the machine above; which times are compared, and what was trained twice.
 */
function placesText({ history, kinds }: Pick<RunView, "history" | "kinds">): Safe | string {
  const { places } = history ?? {};
  if (places === undefined) return "";
  const [main] = kinds;
  const rows = kinds.map(
    ({ card, machines, trials }) =>
      html`<li>${plural(machines, "machine")}: <bdi>${card.cpu}</bdi>, ${plural(card.cores, "core")}, ${formatBytes(card.memory_bytes)}, ${card.arch}, Node ${card.node}: ${plural(trials.length, "trial")}`,
  );
  const times =
    kinds.length > 1 && main !== undefined
      ? `Times are compared within one kind of machine only: those of the ${formatInteger(main.trials.length)} trials of the first kind. `
      : "";
  const checked =
    places.rechecked > 0
      ? `${plural(places.rechecked, "trial")} ran again on another machine, to the same digest after every epoch.`
      : "No trial ran again on another machine: not verified (run --recheck 2%).";
  return html`<h3>Where trials ran</h3>
<p>Trials ran on ${machinesText(kinds)}, through a queue. The machine above ran the study, and the isolated speed measurements. ${times}${checked}</p>
<ul>${rows}</ul>
`;
}
