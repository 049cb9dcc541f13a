import type { SpeedFigure, SpeedView } from "../speed/speed-view.js";
import { formatNumber, formatPercent, plural } from "./format.js";

/** A duration in the unit that fits: 812 ns, 298 µs, 1.2 ms. */
export function formatNanoseconds(nanoseconds: number): string {
  if (nanoseconds < 999.5) return `${formatNumber(nanoseconds, 3)} ns`;
  if (nanoseconds < 999.5e3) return `${formatNumber(nanoseconds / 1e3, 3)} µs`;
  return `${formatNumber(nanoseconds / 1e6, 3)} ms`;
}

/** `1.08× (1.05 … 1.12)`. */
export function formatRatio({
  ratio,
  ratioInterval: { low, high },
}: Pick<SpeedFigure, "ratio" | "ratioInterval">): string {
  return `${ratio.toFixed(2)}× (${low.toFixed(2)} … ${high.toFixed(2)})`;
}

/** What may be doubted of a group's figures, as a sentence; empty where nothing is. */
export function speedDoubts({ loaded, others, lines }: SpeedView): string {
  const restless = lines.filter(({ flat }) => !flat).map(({ activation }) => activation);
  const doubts = [
    loaded &&
      `Other processes kept ${formatNumber(others, 2)} cores busy meanwhile, so all comparisons are inconclusive; measure again on an idle machine.`,
    restless.length > 0 && `Still changing when the rounds began: ${restless.join(", ")}.`,
  ];
  return doubts.filter((doubt) => doubt !== false).join(" ");
}

/** `noise floor 1.2 %, 16 rounds`. */
export function formatFloor({ floors, lines }: SpeedView): string {
  const rounds = lines[0]?.figures.step?.n ?? 0;
  return `noise floor ${formatPercent(floors.step ?? Number.NaN, 1)}, ${plural(rounds, "round")}`;
}
