import { type ActivationSpec, canonicalJson, type StudyPoint } from "@actbench/core/internal";
import type { Path } from "../config/path.js";
import type { ProblemList } from "../config/problem-list.js";
import { lastPart } from "../settings/find-setting.js";
import type { KnownActivations } from "./known-activations.js";
import { readEntry } from "./read-entry.js";

/**
 * The activations a study has named so far, by label; everywhere else in the plan an activation is its label.
 */
export class ActivationChoices {
  readonly #known: KnownActivations;
  readonly #problems: ProblemList;
  readonly #layers = new Map<string, readonly ActivationSpec[]>();

  constructor(known: KnownActivations, problems: ProblemList) {
    this.#known = known;
    this.#problems = problems;
  }

  /** Reads an entry, or a list of entries as one per layer; gives the labels of what it stands for. */
  read(raw: unknown, path: Path): readonly string[] {
    return this.#expand(raw, path).flatMap((layers) => this.#register(layers, path));
  }

  /**
   * The labels that a name, a label or an entry means, of those the study has; for `exclude` and `baseline`.
   */
  meant(raw: unknown, path: Path): readonly string[] {
    if (typeof raw === "string") {
      const labels = [...this.#layers].flatMap(([label, layers]) =>
        label === raw || layers.every(({ name }) => name === raw) ? [label] : [],
      );
      if (labels.length === 0) {
        const found = this.#known.find(raw, path, this.#problems, this.#layers.keys());
        if (found !== undefined && found.name !== raw) return this.meant(found.name, path);
      }
      return this.#layers.has(raw) ? [raw] : labels;
    }
    return this.#expand(raw, path)
      .map(labelOf)
      .filter((label) => this.#layers.has(label));
  }

  /**
   * How a parameter of activations is written, where it stands as if it were a setting; undefined where it is
   * none.
   */
  paramHint(key: string): string | undefined {
    const param = lastPart(key);
    const owners = this.#known.ownersOf(param);
    const [first] = owners;
    if (first === undefined) return undefined;
    const names = owners.slice(0, 4).map(({ name }) => name);
    const named = `${names.join(", ")}${owners.length > 4 ? ", …" : ""}`;
    return `${param} is a parameter of ${named} and is written beside the name: activation: [{ name: ${first.name}, ${param}: ${first.default} }]`;
  }

  /** The activations of a label: one for all layers, or one per layer. */
  specs(label: string): readonly ActivationSpec[] {
    return this.#layers.get(label) ?? [];
  }

  /** Every activation that points have, once, in their order. */
  used(points: readonly StudyPoint[]): readonly ActivationSpec[] {
    const specs = new Map<string, ActivationSpec>();
    const seen = new Set<readonly ActivationSpec[]>();
    for (const { spec } of points) {
      if (seen.has(spec.model.activation)) continue;
      seen.add(spec.model.activation);
      for (const activation of spec.model.activation) specs.set(activation.label, activation);
    }
    return [...specs.values()];
  }

  #expand(raw: unknown, path: Path): readonly (readonly ActivationSpec[])[] {
    if (!Array.isArray(raw)) return readEntry(raw, path, this.#known, this.#problems).map((spec) => [spec]);
    if (raw.length === 0) {
      this.#problems.add(path, "expected one activation per layer");
      return [];
    }
    return raw.reduce<readonly (readonly ActivationSpec[])[]>(
      (lists, entry: unknown, i) => {
        const specs = readEntry(entry, [...path, i], this.#known, this.#problems);
        return lists.flatMap((list) => specs.map((spec) => [...list, spec]));
      },
      [[]],
    );
  }

  #register(layers: readonly ActivationSpec[], path: Path): readonly string[] {
    for (const spec of layers) {
      const label = spec.label;
      const twin = [...this.#layers.values()].flat().find((other) => other.label === label);
      if (twin !== undefined && canonicalJson(twin) !== canonicalJson(spec)) {
        this.#problems.add(path, `two different activations are called ${label}`, "give one of them a label");
        return [];
      }
    }
    const label = labelOf(layers);
    this.#layers.set(label, layers);
    return [label];
  }
}

function labelOf(layers: readonly ActivationSpec[]): string {
  const [first, ...more] = layers;
  return first !== undefined && more.length === 0
    ? first.label
    : `[${layers.map(({ label }) => label).join(", ")}]`;
}
