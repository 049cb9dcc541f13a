import type { Activation } from "@actbench/core/internal";
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
    /** The list is incomplete: an unknown name is ignored. */
    readonly isPartial: boolean;
  }) {
    this.byName = options.byName;
    this.#faulty = options.faulty;
    this.#isPartial = options.isPartial;
  }

  /**
   * The activation of a name; reports an unknown name with the closest one of `more` or of the known names.
   */
  find(name: string, path: Path, problems: ProblemList, more: Iterable<string> = []): A | undefined {
    const found = this.byName.get(name);
    if (found === undefined && !this.#isPartial && !this.#faulty.has(name))
      problems.add(
        path,
        `there is no activation ${quote(name)}`,
        this.#asEntry(name, problems.overrideOf(path) !== undefined) ??
          this.#elsewhere(name) ??
          nearestHint(name, [...more, ...this.byName.keys()]),
      );
    return found;
  }

  /** The activations with a parameter of a name, in their order. */
  ownersOf(param: string): readonly { readonly name: string; readonly default: number }[] {
    return [...this.byName.values()].flatMap(({ name, params }) =>
      params.filter((one) => one.name === param).map((one) => ({ name, default: one.default })),
    );
  }

  #elsewhere(name: string): string | undefined {
    const plain = name.toLowerCase();
    if (WHOLE_LAYER.includes(plain))
      return "it mixes all units of a layer; an activation here is of one unit";
    const here = Object.hasOwn(ELSEWHERE, plain) ? ELSEWHERE[plain] : undefined;
    return here !== undefined && this.byName.has(here) ? `it is called ${here} here` : undefined;
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

/** Names that others have for what is called otherwise here. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  linear: "identity",
  none: "identity",
  null: "identity",
};
/** Anything but an activation of a unit. */
const WHOLE_LAYER = ["softmax", "log_softmax", "logsoftmax", "softmin"];

/** What tables say in words. */
const FIELDS: Readonly<Record<string, string>> = {
  trained: "trainable: true",
  fixed: "trainable: false",
  "per unit": "per: unit",
  "per layer": "per: layer",
};
