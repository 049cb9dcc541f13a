import {
  claimNumbers,
  claimSentence,
  declaredWords,
  type JudgedClaim,
  type Run,
  type RunClaims,
} from "@actbench/report";
import { oneLine } from "../terminal/own-codes.js";
import { plural } from "../terminal/plural.js";
import { claimsHash } from "./claims-hash.js";

/** Each claim as lines: verdict and id, what it says, the numbers and the reason, when it was declared. */
export function claimsText({ study }: Run, { claims, look }: RunClaims): string {
  return [
    ...claims.flatMap(claimLines).map(oneLine),
    claimCounts(claims),
    ...(look === "" ? [] : [oneLine(look)]),
    `claims SHA-256 ${claimsHash(study.claims).slice(0, 16)}, in revision ${study.revision} of the lock`,
  ].join("\n");
}

/** `3 claims: 2 pass, 0 fail, 1 undecided` */
export function claimCounts(claims: readonly JudgedClaim[]): string {
  const count = (verdict: JudgedClaim["verdict"]): number =>
    claims.filter((claim) => claim.verdict === verdict).length;
  return `${plural(claims.length, "claim")}: ${count("pass")} pass, ${count("fail")} fail, ${count("undecided")} undecided`;
}

function claimLines(judged: JudgedClaim): readonly string[] {
  const { claim, verdict, why, declared, subject, reference } = judged;
  const sides = reference === undefined ? subject : `${subject} against ${reference}`;
  const reason = why === "" ? "" : ` (${why})`;
  return [
    `${verdict.padEnd(9)}  ${claim.id}: ${claimSentence(claim)}`,
    `           ${sides === undefined ? "" : `${sides}: `}${claimNumbers(judged)}${reason}`,
    `           ${declaredWords(declared)}`,
  ];
}
