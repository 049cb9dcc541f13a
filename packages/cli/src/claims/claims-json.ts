import { claimSentence, type Run, type RunClaims } from "@actbench/report";
import { claimsHash } from "./claims-hash.js";

/** The claims of a run as JSON: a stable object for scripts. */
export function claimsJson({ study }: Run, { claims, level, look, finalists }: RunClaims): string {
  return JSON.stringify(
    {
      run: `${study.name}-${study.hash.slice(0, 8)}`,
      claims_sha256: claimsHash(study.claims),
      level: look,
      alpha: level.alpha,
      look: level.look,
      looks: level.declared,
      claims: claims.map(
        ({ claim, verdict, why, declared, metric, subject, reference, value, bound, effect, speed }) => ({
          id: claim.id,
          verdict,
          why,
          sentence: claimSentence(claim),
          declared,
          metric,
          subject,
          reference,
          value,
          bound,
          effect,
          speed,
          claim,
        }),
      ),
      finalists,
    },
    null,
    2,
  );
}
