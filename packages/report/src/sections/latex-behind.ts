import type { ExportTable } from "../export/export-table.js";
import { latexTable } from "../export/latex-table.js";
import { html, type Safe } from "../html/html.js";

/** The table above as LaTeX, the same as `actbench export` writes it. */
export function latexBehind(table: ExportTable): Safe {
  return html`<details class="latex"><summary>LaTeX of this table</summary><pre class="scroll" tabindex="0"><code>${latexTable(table)}</code></pre></details>`;
}
