import { type Activation, calledHere } from "@actbench/core/internal";
import { nearestHint } from "../config/nearest.js";
import type { Path } from "../config/path.js";
import type { ProblemList } from "../config/problem-list.js";
import { quote } from "../config/quote.js";
import { spelledLike } from "../config/spelling.js";
import { otherActivationHint } from "./other-names.js";

/** The activations that a sweep file may name. */
export class KnownActivations<A extends Activation = Activation> {
  readonly byName: ReadonlyMap<string, A>;
  readonly #faulty: ReadonlySet<string>;
  readonly #isPartial: boolean;

  constructor(options: {
    readonly byName: ReadonlyMap<string, A>;
    /** Names whose definitions have mistakes, which are reported where they stand. */
    readonly faulty: ReadonlySet<string>;
    /** The list is incomplete: an unknown name is ignored. */
    readonly isPartial: boolean;
  }) {
    this.byName = options.byName;
    this.#faulty = options.faulty;
    this.#isPartial = options.isPartial;
  }

  /**
   * The activation of a name, also where case, underscores and dashes differ; reports an unknown name with
   * the closest one of `more` or of the known names.
   */
  find(name: string, path: Path, problems: ProblemList, more: Iterable<string> = []): A | undefined {
    const hint = otherActivationHint(name, (here) => this.byName.has(here));
    const found =
      this.byName.get(name) ??
      (hint === undefined && !this.#faulty.has(name) ? this.#spelledLike(name) : undefined);
    if (found === undefined && !this.#isPartial && !this.#faulty.has(name))
      problems.add(
        path,
        `there is no activation ${quote(name)}`,
        this.#asEntry(name, problems.overrideOf(path) !== undefined) ??
          this.#asList(name) ??
          hint ??
          this.#alias(name) ??
          nearestHint(name, [...more, ...this.byName.keys()]),
      );
    return found;
  }

  /** The name here of an activation that is called so elsewhere. */
  #alias(name: string): string | undefined {
    const here = calledHere(name);
    return here !== undefined && this.byName.has(here) ? `it is called ${here} here` : undefined;
  }

  #spelledLike(name: string): A | undefined {
    const known = spelledLike(name, this.byName.keys());
    return known === undefined ? undefined : this.byName.get(known);
  }

  /** How `relu, gelu` in one text is written. */
  #asList(text: string): string | undefined {
    const names = text.split(",").map((name) => name.trim());
    return names.length > 1 && names.every((name) => this.byName.has(name))
      ? `write a list: [${names.join(", ")}]`
      : undefined;
  }

  /** The activations with a parameter of a name, in their order. */
  ownersOf(param: string): readonly { readonly name: string; readonly default: number }[] {
    return [...this.byName.values()].flatMap(({ name, params }) =>
      params.filter((one) => one.name === param).map((one) => ({ name, default: one.default })),
    );
  }

  /** How `leaky_relu(alpha=0.2)`, which stands in tables, is written; for a shell in quotes. */
  #asEntry(label: string, forShell: boolean): string | undefined {
    const [, name = "", settings = ""] = /^(\w+)\((.{1,100})\)$/.exec(label) ?? [];
    const params = this.byName.get(name)?.params;
    if (params === undefined) return undefined;
    const given = settings.split(",").map((setting) => FIELDS[setting.trim()] ?? setting.trim());
    const [only] = params;
    // `leaky_relu(0.1)` has one meaning where there is one parameter; else the names are needed.
    const fields = given.every((field) => /[=:]/.test(field))
      ? given
      : only !== undefined && params.length === 1 && given.length === 1 && Number.isFinite(Number(given[0]))
        ? [`${only.name}: ${given[0]}`]
        : params.map((param) => `${param.name}: ${param.default}`);
    if (fields.length === 0) return `write ${name}, which has no parameters`;
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
