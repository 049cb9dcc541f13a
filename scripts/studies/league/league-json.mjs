import { datasetsOf } from "./league-rows.mjs";

/** docs/league.json: rank, tier and verdict of each activation, for pages that show one of them. */
export function leagueJson({ rows, run, head }) {
  const datasets = datasetsOf(run.study);
  const activations = rows.map(({ label, name, rank, places, cost }, i) => [
    label,
    {
      name,
      place: i + 1,
      of: rows.length,
      mean_rank: rank,
      ...(cost === undefined ? {} : { step_ratio: rounded(cost[1]) }),
      datasets: Object.fromEntries(datasets.map((dataset) => [dataset, placeOf(places[dataset])])),
    },
  ]);
  const found = {
    page: "docs/studies/league.md",
    form: head.form,
    engine: head.engine,
    seeds: run.study.confirm?.seeds.length ?? 0,
    activations: Object.fromEntries(activations),
  };
  return `${JSON.stringify(found, null, 2)}\n`;
}

function placeOf({ finalist, rate, rank, spread }) {
  const { metric, difference, verdict, tier } = finalist ?? {};
  const values = {
    rank,
    tier,
    verdict,
    accuracy: rounded(finalist?.[metric]),
    low: rounded(finalist?.[`${metric}_low`]),
    high: rounded(finalist?.[`${metric}_high`]),
    difference: rounded(difference),
    learning_rate: rate,
    rate_spread: rounded(spread),
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function rounded(value) {
  return value === undefined ? undefined : Number(value.toPrecision(5));
}
