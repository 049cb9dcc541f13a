import { formatInteger, plural } from "../format/format.js";
import type { PairedSample } from "./paired-sample.js";
import type { JudgedEffect } from "./verdict.js";

type Seen = Required<Pick<JudgedEffect, "verdict" | "why">>;

/** What all pairs of a sample show alike, so that no test is needed; undefined where they do not. */
export function seenVerdict({ planned, identical, divergedA, divergedB }: PairedSample): Seen | undefined {
  if (identical === planned)
    return { verdict: "identical", why: "the same weights, bit for bit, at every seed" };
  if (divergedB < planned) return undefined;
  const own = `all ${formatInteger(planned)} of its trials did`;
  if (divergedA === planned) return { verdict: "undecided", why: "every trial of both sides diverged" };
  const other = divergedA === 0 ? "none" : plural(divergedA, "trial");
  return { verdict: "diverged", why: `${own}, ${other} of the other side` };
}
