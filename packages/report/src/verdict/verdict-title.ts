import type { Verdict } from "./verdict.js";

/** A verdict as a reader sees it, and whether it is good news for the side that is judged. */
export function verdictTitle(verdict: Verdict | undefined): {
  readonly word: string;
  readonly tone: "good" | "bad" | "note";
} {
  switch (verdict) {
    case undefined:
      return { word: "no verdict", tone: "note" };
    case "undecided":
      return { word: "inconclusive", tone: "note" };
    case "better":
      return { word: verdict, tone: "good" };
    case "worse":
    case "diverged":
      return { word: verdict, tone: "bad" };
    case "equivalent":
    case "identical":
      return { word: verdict, tone: "note" };
    default:
      return verdict satisfies never;
  }
}
