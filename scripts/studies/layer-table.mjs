import { table } from "../generate/table.mjs";

/** A table of a measured field of units, `median_activation` or `z.std`, by point and hidden layer: means over seeds. */
export function layerTable(field, study, records) {
  const byId = new Map(records.map((record) => [record.id, record]));
  const rows = study.points.map(({ point, label }) => {
    const seeds = study.plan.flatMap(({ id, point: own }) => (own === point ? (byId.get(id) ?? []) : []));
    const layers = seeds.flatMap(({ curve }) => (curve.at(-1)?.units ? [curve.at(-1).units] : []));
    const depth = Math.max(0, ...layers.map((units) => units.length));
    const values = Array.from({ length: depth }, (_, layer) => {
      const measured = layers.flatMap((units) => fieldOf(units[layer], field) ?? []);
      const mean = measured.reduce((sum, value) => sum + value, 0) / measured.length;
      return measured.length === 0 ? "–" : Number(mean.toPrecision(3)).toString();
    });
    return [label, `${layers.length}`, values.join(" · ")];
  });
  return [
    `## ${field.replaceAll("_", " ")} by layer`,
    "",
    "Hidden layers from first to last, the mean over seeds.",
    "",
    ...table(["point", "n", "layers"], rows),
    "",
  ];
}

/** `a.second_moment` is mean² + std² of the moments under `a`; else a path of keys. */
function fieldOf(units, field) {
  const [first, second] = field.split(".");
  if (second === "second_moment") {
    const moments = units?.[first];
    return moments === undefined ? undefined : moments.mean ** 2 + moments.std ** 2;
  }
  const held = second === undefined ? units?.[first] : units?.[first]?.[second];
  return typeof held === "number" ? held : undefined;
}
