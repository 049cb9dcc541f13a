import { canonicalJson } from "@actbench/core/internal";
import { claimsLevel } from "../claims/claims-level.js";
import { judgeClaims } from "../claims/judge-claims.js";
import type { JudgedClaim } from "../claims/judged-claim.js";
import { claimNumbers, claimSentence, declaredWords } from "../format/format-claim.js";
import { levelWords } from "../format/format-level.js";
import type { Run } from "../view/run.js";
import { viewRun } from "../view/run-view.js";
import { type ExportColumn, type ExportTable, exportTable } from "./export-table.js";

const COLUMNS: readonly ExportColumn<JudgedClaim>[] = [
  {
    name: "id",
    value: ({ claim }) => claim.id,
    text: { title: "claim", align: "left", of: ({ claim }) => claim.id },
  },
  { name: "claim", value: ({ claim }) => canonicalJson(claim) },
  {
    name: "says",
    value: ({ claim }) => claimSentence(claim),
    text: { title: "says", align: "left", of: ({ claim }) => claimSentence(claim) },
  },
  {
    name: "verdict",
    value: ({ verdict }) => verdict,
    text: { title: "verdict", align: "left", of: ({ verdict }) => verdict },
  },
  { name: "why", value: ({ why }) => why || undefined },
  { name: "metric", value: ({ metric }) => metric },
  { name: "n", value: ({ effect }) => effect?.difference?.n },
  { name: "value", value: ({ value }) => value?.mean },
  { name: "bound", value: ({ bound }) => bound },
  { name: "difference", value: ({ effect }) => effect?.difference?.mean },
  { name: "low", value: ({ effect }) => effect?.difference?.low },
  { name: "high", value: ({ effect }) => effect?.difference?.high },
  { name: "p", value: (judged) => testOf(judged)?.p },
  { name: "p_corrected", value: (judged) => testOf(judged)?.adjusted },
  { name: "family", value: ({ effect }) => effect?.family },
  { name: "numbers", text: { title: "numbers", align: "left", of: claimNumbers } },
  {
    name: "declared",
    value: ({ declared }) => declared.when,
    text: { title: "declared", align: "left", of: ({ declared }) => declaredWords(declared) },
  },
  { name: "test", value: ({ test }) => test },
];

/** The p-value of the test behind the claim's verdict; absent without a test. */
function testOf({ effect, test }: JudgedClaim) {
  switch (test) {
    case "equivalence":
      return effect?.tested?.equivalence;
    case "difference":
      return effect?.tested;
    case undefined:
      return undefined;
    default:
      return test satisfies never;
  }
}

/** The claims of a run with their verdicts. For a claim with a bound, the difference is from the bound. */
export function claimsTable(run: Run): ExportTable {
  const view = viewRun(run);
  const level = levelWords(claimsLevel(view), view.history);
  return exportTable(COLUMNS, judgeClaims(view), {
    label: `${view.study.name}-claims`,
    caption: `All claims are one family, corrected for their number (${view.study.stats.correction}).${level && ` ${level}.`}`,
  });
}
