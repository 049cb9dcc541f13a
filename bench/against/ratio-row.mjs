const sorted = (values) => [...values].sort((a, b) => a - b);
const quantile = (values, share) => sorted(values)[Math.round(share * (values.length - 1))];

/** A line of the table: medians of both, the median of the ratios of each round, and their middle half. */
export function ratioRow({ what, unit, before, now, same, peaks }) {
  const ratios = before.map((value, i) => value / now[i]);
  const number = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
  const ratio = `${quantile(ratios, 0.5).toFixed(2)} (${quantile(ratios, 0.25).toFixed(2)}–${quantile(ratios, 0.75).toFixed(2)})`;
  const cells = [
    what,
    `${number(quantile(before, 0.5))} ${unit}`,
    `${number(quantile(now, 0.5))} ${unit}`,
    ratio,
    same === undefined ? "" : same ? "yes" : "NO",
    peaks === undefined ? "" : peaks.map((bytes) => Math.round(bytes / 1e6)).join(", "),
  ];
  return `| ${cells.join(" | ")} |`;
}
