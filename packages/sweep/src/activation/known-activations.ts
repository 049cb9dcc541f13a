import type { Activation } from "@actbench/core";
import { nearestHint } from "../config/nearest.js";
import type { Path } from "../config/path.js";
import type { ProblemList } from "../config/problem-list.js";
import { quote } from "../config/quote.js";

/** The activations that a sweep file may name. */
export class KnownActivations<A extends Activation = Activation> {
  readonly byName: ReadonlyMap<string, A>;
  readonly #faulty: ReadonlySet<string>;
  readonly #isPartial: boolean;

  constructor(options: {
    readonly byName: ReadonlyMap<string, A>;
    /** Names whose definitions have mistakes, which are reported where they stand. */
    readonly faulty: ReadonlySet<string>;
    /** There are more than these: a name that is not among them is passed by. */
    readonly isPartial: boolean;
  }) {
    this.byName = options.byName;
    this.#faulty = options.faulty;
    this.#isPartial = options.isPartial;
  }

  /** The activation of a name; reports a name that nothing has, of which the nearest of `more` or of the known ones is told. */
  find(name: string, path: Path, problems: ProblemList, more: Iterable<string> = []): A | undefined {
    const found = this.byName.get(name);
    if (found === undefined && !this.#isPartial && !this.#faulty.has(name))
      problems.add(
        path,
        `there is no activation ${quote(name)}`,
        this.#asEntry(name, problems.overrideOf(path) !== undefined) ??
          nearestHint(name, [...more, ...this.byName.keys()]),
      );
    return found;
  }

  /** How `leaky_relu(alpha=0.2)`, which stands in tables, is written; for a shell in quotes. */
  #asEntry(label: string, forShell: boolean): string | undefined {
    const [, name = "", settings = ""] = /^(\w+)\((.{1,100})\)$/.exec(label) ?? [];
    if (!this.byName.has(name)) return undefined;
    const fields = settings.split(",").map((setting) => FIELDS[setting.trim()] ?? setting.trim());
    const entry = `{ name: ${name}, ${fields.map((field) => field.replace(/\s*=\s*/, ": ")).join(", ")} }`;
    return forShell ? `write "activation=${entry}", in quotes for the shell` : `write ${entry}`;
  }
}

/** What tables say in words. */
const FIELDS: Readonly<Record<string, string>> = {
  trained: "trainable: true",
  fixed: "trainable: false",
  "per unit": "per: unit",
  "per layer": "per: layer",
};
