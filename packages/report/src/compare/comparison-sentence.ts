import { formatTests, formatVerdict } from "../format/format-verdict.js";
import type { Comparison } from "./comparison.js";

/** What a comparison comes to, as the terminal and the page say it first. */
export function comparisonSentence({ overall, points, metric }: Comparison): string {
  const mean = overall.find((one) => one.metric === metric)?.paired;
  if (mean === undefined) return "nothing to compare: no configuration of A is in B";
  if (points.every(({ seeds, identical }) => identical === seeds))
    return "B has the weights of A at every pair, bit for bit: nothing differs";
  const tests = formatTests(mean);
  return `B ${mean.verdict === "diverged" ? "" : "is "}${formatVerdict(mean)}${tests === "" ? "" : ` (${tests})`}`;
}
