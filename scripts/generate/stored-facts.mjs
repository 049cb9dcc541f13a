// What follows from each formula of the catalog, kept in the source: a list of hundreds cannot derive it at
// each start.
import {
  activationFacts,
  catalogSource,
  factsKey,
  storedFacts,
} from "../../packages/core/dist/atlas.bundle.js";
import { catalog } from "../../packages/core/dist/internal.bundle.js";

/**
 * The facts of every activation by name; stored ones where their formula and parameters are as they were, or
 * with `all` every one computed anew.
 */
export function currentFacts({ all }) {
  return new Map(
    catalog.map((activation) => {
      const key = factsKey(activation);
      const [before, facts] = (!all && storedFacts[activation.name]) || [];
      return [activation.name, [key, before === key ? facts : activationFacts(activation)]];
    }),
  );
}

/** The text of `stored-aliases.ts` beside it: a line for each other name. */
export function storedAliasesFile() {
  const lines = catalog.flatMap(({ name }) =>
    (catalogSource(name)?.aliases ?? []).map((other) => `${other.name} ${name}`),
  );
  return [
    "/** Written by `pnpm generate`: other names of the catalog's activations, each before the name here. */",
    `export const storedAliases = \`${lines.sort().join("\n")}\`;`,
    "",
  ].join("\n");
}

/** The text of `packages/core/src/activation/catalog/facts/stored-facts.ts`: a line for each, by name. */
export function storedFactsFile(facts) {
  const lines = [...facts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, entry]) => `  ${name}: ${JSON.stringify(entry)},`);
  return [
    'import type { ActivationFacts } from "./activation-facts.js";',
    "",
    "/** Written by `pnpm generate`: the facts of the catalog, behind the key of what they follow from. */",
    "export const storedFacts: Readonly<Record<string, readonly [key: string, facts: ActivationFacts]>> = {",
    ...lines,
    "};",
    "",
  ].join("\n");
}
