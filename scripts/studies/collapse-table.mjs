import { table } from "../generate/table.mjs";

const Z = 1.959964; // 95 % of a normal distribution

/** Share of seeds whose network has a hidden layer of dead units alone, by point, with Wilson's interval of 95 %. */
export function collapseTable(study, records) {
  const byId = new Map(records.map((record) => [record.id, record]));
  const rows = study.points.map(({ point, label }) => {
    const last = study.plan
      .flatMap(({ id, point: own }) => (own === point ? (byId.get(id) ?? []) : []))
      .flatMap(({ curve }) => (curve.at(-1)?.units ? [curve.at(-1).units] : []));
    const collapsed = last.filter((layers) => layers.some(({ dead, units }) => dead === units)).length;
    const [low, high] = wilson(collapsed, last.length);
    const share = (collapsed / last.length).toFixed(3);
    return [label, `${last.length}`, `${share} [${low.toFixed(3)}, ${high.toFixed(3)}]`];
  });
  return [
    "## Networks with a layer of dead units alone",
    "",
    "Share of seeds, with Wilson's 95 % interval.",
    "",
    ...table(["point", "n", "share"], rows),
    "",
  ];
}

function wilson(hits, n) {
  const share = hits / n;
  const middle = share + (Z * Z) / (2 * n);
  const half = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  return [(middle - half) / (1 + (Z * Z) / n), (middle + half) / (1 + (Z * Z) / n)];
}
