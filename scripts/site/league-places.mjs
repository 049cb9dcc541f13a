import { existsSync, readFileSync } from "node:fs";

/**
 * What the league found of an activation, as lines such as "mnist: tier 1, rank 4"; none without
 * docs/league.json or where the activation was not in it.
 */
export function leaguePlaces(file) {
  if (!existsSync(file)) return () => [];
  const { activations = {} } = JSON.parse(readFileSync(file, "utf8"));
  const byName = new Map(Object.values(activations).map((one) => [one.name, one]));
  return (name) =>
    Object.entries(byName.get(name)?.datasets ?? {}).map(([dataset, { tier, rank, verdict }]) => {
      const found = [
        tier === undefined ? [] : [`tier ${tier}`],
        rank === undefined ? [] : [`rank ${rank}`],
        verdict === undefined ? [] : [verdict],
      ].flat();
      return `${dataset}: ${found.join(", ") || "not measured"}`;
    });
}
