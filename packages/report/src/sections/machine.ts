import { formatBytes } from "../format/format.js";
import { html } from "../html/html.js";
import { name } from "./name.js";
import type { Section } from "./section.js";

/** What ran where, and all that is needed to run it again. */
export const machineSection: Section = {
  id: "machine",
  title: "Machine, versions and configuration",
  render({ study }) {
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
<h3>Configuration</h3>
<pre class="scroll" tabindex="0"><code>${study.config}</code></pre>`;
  },
};
