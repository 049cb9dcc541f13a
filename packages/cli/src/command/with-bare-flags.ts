import type { Flags } from "./flag.js";

/**
 * A command line in which flags that may stand alone have a value: `--queue train.lr=0.1` becomes `--queue=…
 * train.lr=0.1`.
 */
export function withBareFlags(argv: readonly string[], flags: Flags): readonly string[] {
  return argv.map((word, i) => {
    const flag = word.startsWith("--") ? flags[word.slice(2)] : undefined;
    if (flag?.kind !== "value" || flag.bare === undefined) return word;
    const next = argv[i + 1];
    return next !== undefined && flag.bare.takes(next) ? word : `${word}=${flag.bare.value}`;
  });
}
