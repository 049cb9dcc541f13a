import { claimsLevel } from "../claims/claims-level.js";
import { judgeClaims } from "../claims/judge-claims.js";
import { claimNumbers, claimSentence, declaredWords } from "../format/format-claim.js";
import { levelWords } from "../format/format-level.js";
import { html } from "../html/html.js";
import { name } from "./name.js";
import type { Section } from "./section.js";

/** What the study claimed, and what its trials say of it. */
export const claimsSection: Section = {
  id: "claims",
  title: "Claims",
  render(view) {
    if (view.study.claims.length === 0)
      return {
        absent: "No claims were pre-registered.",
        yaml: "claims: { gelu: { compare: { activation: [gelu, relu] }, metric: test_accuracy, at: best, expect: better } }",
      };
    const rows = judgeClaims(view).map((judged) => {
      const { claim, verdict, why, declared } = judged;
      return html`<tr><th scope="row">${name(claim.id)}<td class="wrap">${name(claimSentence(claim))}<td>${verdict}<td class="wrap">${claimNumbers(judged)}${why !== "" && html`<small>${why}</small>`}<td class="wrap">${declaredWords(declared)}
`;
    });
    const level = levelWords(claimsLevel(view), view.history);
    return html`<div class="scroll" tabindex="0" role="group" aria-label="Claims"><table><thead><tr><th scope="col">claim<th scope="col">says<th scope="col">verdict<th scope="col">numbers<th scope="col">declared<tbody>
${rows}</table></div>
<p class="note">All claims are one family, corrected for multiple comparisons. A claim passes when its expectation is shown, fails when it is excluded, and is inconclusive (undecided) otherwise.${level !== "" && ` This is ${level}.`}</p>`;
  },
};
