import { finalistsTable, judgeRunClaims } from "../../../packages/report/dist/index.js";
import { savedRun } from "../load.mjs";
import { leagueCosts } from "./costs.mjs";
import { leagueJson } from "./league-json.mjs";
import { leagueRows } from "./league-rows.mjs";
import { leagueText } from "./league-text.mjs";

/**
 * The page of a study of very many activations: a table instead of a section each, and docs/league.json for
 * other pages. Records are kept in a few numbers each.
 */
export const league = { compact: true, collect, make };

/** Times of an update by activation, once at the run; the quick form does without. */
async function collect({ about, form }) {
  return form === "quick" ? {} : { costs: await leagueCosts(about) };
}

async function make(about, saved) {
  const run = await savedRun(about, saved);
  const judged = judgeRunClaims(run).claims;
  const rows = leagueRows(run, finalistsTable(run), saved.head);
  const found = { about, run, judged, rows, head: saved.head };
  const count = (verdict) => judged.filter((one) => one.verdict === verdict).length;
  const { name, question } = about;
  return {
    text: leagueText(found),
    files: [["../league.json", leagueJson(found)]],
    summary: {
      name,
      question,
      form: saved.head.form,
      pass: count("pass"),
      fail: count("fail"),
      undecided: count("undecided"),
    },
  };
}
