import { claimNumbers, claimSentence, type JudgedClaim, type RunClaims } from "@actbench/report";
import { oneLine } from "../terminal/own-codes.js";
import { claimCounts } from "./claims-text.js";

/**
 * The claims of a run as workflow commands of GitHub Actions: each is an annotation, an error where it fails
 * the job. The last line is plain text.
 */
export function claimsGithub({ claims }: RunClaims, failing: readonly JudgedClaim["verdict"][]): string {
  const lines = claims.map((judged) => {
    const { claim, verdict } = judged;
    const level = failing.includes(verdict) ? "error" : verdict === "pass" ? "notice" : "warning";
    const title = `${verdict}: ${claim.id}`;
    return `::${level} title=${property(title)}::${data(`${claimSentence(claim)}: ${evidence(judged)}`)}`;
  });
  return [...lines.map(oneLine), claimCounts(claims)].join("\n");
}

/** The numbers of a claim and the reason for its verdict. */
export function evidence(judged: JudgedClaim): string {
  return judged.why === "" ? claimNumbers(judged) : `${claimNumbers(judged)} (${judged.why})`;
}

/** Text of a workflow command: what would end it or start an escape is escaped. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** A property of a workflow command, which also ends at a comma or a colon. */
function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
