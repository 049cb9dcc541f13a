import { visibleLine } from "@actbench/core/text";
import { claimSentence, type JudgedClaim, type Run, type RunClaims } from "@actbench/report";
import { evidence } from "./claims-github.js";

/**
 * The claims of a run as JUnit XML: a test case each. An undecided claim is a skipped case, or a failure
 * where `failing` says so.
 */
export function claimsJunit(
  { study }: Run,
  { claims }: RunClaims,
  failing: readonly JudgedClaim["verdict"][],
): string {
  const failures = claims.filter(({ verdict }) => failing.includes(verdict));
  const skipped = claims.filter((judged) => judged.verdict === "undecided" && !failures.includes(judged));
  const counts = `tests="${claims.length}" failures="${failures.length}" errors="0" skipped="${skipped.length}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="${xml(study.name)}" ${counts}>`,
    ...claims.flatMap((judged) => {
      const element = failures.includes(judged)
        ? "failure"
        : skipped.includes(judged)
          ? "skipped"
          : undefined;
      return testCase(study.name, judged, element);
    }),
    "  </testsuite>",
    "</testsuites>",
  ].join("\n");
}

function testCase(study: string, judged: JudgedClaim, element: "failure" | "skipped" | undefined): string[] {
  const head = `    <testcase classname="${xml(study)}" name="${xml(`${judged.claim.id}: ${claimSentence(judged.claim)}`)}"`;
  const message = xml(evidence(judged));
  return element === undefined
    ? [`${head}>`, `      <system-out>${message}</system-out>`, "    </testcase>"]
    : [`${head}>`, `      <${element} message="${judged.verdict}: ${message}"/>`, "    </testcase>"];
}

/** Text of an attribute or an element; a control character, which XML cannot hold, is written out. */
function xml(text: string): string {
  return visibleLine(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
