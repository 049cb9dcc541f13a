/** A word of the command line that is no flag; its arity decides the brackets in help. */
export interface Positional<A extends Arity = Arity> {
  readonly arity: A;
  readonly describe: string;
}

export type Arity = "one" | "optional" | "many" | "some";

/** In the order of the command line; only the last may take several words. */
export type Positionals = Readonly<Record<string, Positional>>;

interface Held {
  readonly one: string;
  readonly optional: string | undefined;
  readonly many: readonly string[];
  readonly some: readonly string[];
}

/** What a command gets for its positionals. */
export type PositionalValues<P extends Positionals> = {
  readonly [K in keyof P]: Held[P[K]["arity"]];
};

/** `one`: must be there; `optional`: may; `many`: none or more; `some`: one or more. */
export function positional<const A extends Arity>(arity: A, describe: string): Positional<A> {
  return { arity, describe };
}

/** A command's words as yargs and help write them: `run <config> [overrides..]`. */
export function usageOf(name: string, positionals: Positionals): string {
  return [name, ...Object.entries(positionals).map(bracketed)].join(" ");
}

function bracketed([name, { arity }]: readonly [string, Positional]): string {
  switch (arity) {
    case "one":
      return `<${name}>`;
    case "optional":
      return `[${name}]`;
    case "many":
      return `[${name}..]`;
    case "some":
      return `<${name}..>`;
    default:
      return arity satisfies never;
  }
}
