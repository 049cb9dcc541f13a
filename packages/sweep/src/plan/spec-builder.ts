import {
  type ActivationSpec,
  type DatasetFacts,
  type DatasetSpec,
  ENGINE,
  type Json,
  type MeasureSpec,
  type ModelSpec,
  optimizerOf,
  type PointSpec,
  TASKS,
  type TrainSpec,
} from "@actbench/core/internal";

import type { Path } from "../config/path.js";
import type { ProblemList } from "../config/problem-list.js";
import type { Assignment } from "../expand/assignments.js";
import { findSetting, lastPart } from "../settings/find-setting.js";
import type { Setting, SpecSection } from "../settings/setting.js";
import { SETTINGS } from "../settings/settings.js";
import { resolveDataset } from "./resolve-dataset.js";

/** What all points of a study share. */
export interface SpecSource {
  /** Settings the study fixes, by name; the others have their defaults. */
  readonly fixed: ReadonlyMap<string, Json>;
  /** Where settings stand, for problems. */
  readonly paths: ReadonlyMap<string, Path>;
  readonly datasets: ReadonlyMap<string, DatasetFacts>;
  /** Why a dataset could not be loaded, by its name. */
  readonly datasetFaults: ReadonlyMap<string, string>;
  /** The activations of a label: one for all layers, or one per layer. */
  readonly activationOf: (label: string) => readonly ActivationSpec[];
  readonly fma: boolean;
  readonly studySeed: number;
  /** Each seed draws its own rows. */
  readonly splitBySeed: boolean;
  readonly measure: MeasureSpec;
  readonly problems: ProblemList;
  /** Sections whose values could not all be read and are not judged further. */
  readonly broken: ReadonlySet<SpecSection>;
}

const DEFAULT_DATASET = findSetting("dataset.name")?.default;

type Values = Readonly<Record<string, Json | undefined>>;

/** Makes specs of points, defaults written out. Points that agree in a section share its object. */
export class SpecBuilder {
  readonly #source: SpecSource;
  readonly #sections = new Map<string, unknown>();

  constructor(source: SpecSource) {
    this.#source = source;
  }

  /** The spec of a point; where something does not fit, its problem is noted and a stand-in returned. */
  build(chosen: Assignment): PointSpec {
    const { studySeed, measure } = this.#source;
    const dataset = this.#section("dataset", chosen, (values) => this.#dataset(values));
    return {
      engine: ENGINE,
      numerics: this.#section("numerics", chosen, (values) => this.#numerics(values)),
      study_seed: studySeed,
      dataset,
      model: this.#section("model", chosen, (values) => this.#model(values)),
      train: this.#section("train", chosen, (values) => this.#train(values, chosen)),
      measure,
    };
  }

  /** Notes what does not fit between the sections of a point's spec. */
  check({ dataset, train }: PointSpec): void {
    const { broken, datasets, paths } = this.#source;
    if (broken.has("dataset") || broken.has("train")) return;
    // Without an epoch only the initialization is looked at, by its units.
    if (train.target === "numbers" && dataset.label_noise > 0)
      this.#problem(
        "dataset.label_noise",
        `label noise replaces classes, and ${dataset.name} has numbers to predict`,
        "remove label_noise",
      );
    const held = dataset.test + dataset.validation;
    if (datasets.has(dataset.name) && held === 0 && train.epochs !== 0)
      this.#problem(
        paths.has("dataset.test") ? "dataset.test" : "dataset.validation",
        "without validation and test examples, no configuration can be evaluated",
        "hold some out: validation: 5000",
      );
    if (train.drop_last && train.batch_size > dataset.train)
      this.#problem(
        "train.batch_size",
        `no batch is left: drop_last drops the only one, of ${dataset.train} examples, which is smaller than ${train.batch_size}`,
        "remove drop_last, or use a smaller batch_size",
      );
  }

  /** The label of a point's activation. */
  activationLabel(chosen: Assignment): string {
    return String(chosen["model.activation"] ?? this.#source.fixed.get("model.activation") ?? "relu");
  }

  #section<T>(section: SpecSection, chosen: Assignment, make: (values: Values) => T): T {
    const own = Object.keys(chosen).filter((name) => name === section || name.startsWith(`${section}.`));
    // How a network is trained depends on what its data has to learn.
    const data = section === "train" ? chosen["dataset.name"] : undefined;
    const key = `${section} ${own.map((name) => `${name}=${JSON.stringify(chosen[name])}`).join(" ")} ${JSON.stringify(data)}`;
    const known = this.#sections.get(key);
    if (known !== undefined) return known as T;
    const values: Record<string, Json | undefined> = {};
    for (const setting of SETTINGS)
      if (setting.section === section) values[lastPart(setting.name)] = this.#value(setting, chosen);
    const made = make(values);
    this.#sections.set(key, made);
    return made;
  }

  #factsOf(chosen: Assignment): DatasetFacts | undefined {
    const { datasets, fixed } = this.#source;
    return datasets.get(String(chosen["dataset.name"] ?? fixed.get("dataset.name") ?? DEFAULT_DATASET));
  }

  #value({ name, default: value }: Setting, chosen: Assignment): Json | undefined {
    const { fixed } = this.#source;
    // null is a value: no bound, no number of steps.
    if (Object.hasOwn(chosen, name)) return chosen[name];
    return fixed.has(name) ? fixed.get(name) : value;
  }

  #dataset(values: Values): DatasetSpec {
    const { datasets, datasetFaults, broken, splitBySeed } = this.#source;
    const name = String(values.name);
    const facts = datasets.get(name);
    const { spec, problems } = resolveDataset(values, facts, datasetFaults.get(name));
    if (!broken.has("dataset"))
      for (const { setting, message, hint } of problems) this.#problem(setting, message, hint);
    return splitBySeed && facts !== undefined ? { ...spec, ...this.#splitBySeed(spec, facts) } : spec;
  }

  /** What each seed draws anew of a dataset; a problem where it has nothing to draw. */
  #splitBySeed({ validation }: DatasetSpec, facts: DatasetFacts): Pick<DatasetSpec, "split_by_seed"> {
    if (facts.heldOut) return { split_by_seed: "validation_and_test" };
    if (facts.validationRows === undefined && validation > 0) return { split_by_seed: "validation" };
    this.#source.problems.add(
      ["seeds", "split"],
      `${facts.name} has ${facts.validationRows === undefined ? "no validation rows to draw, and test rows" : "validation and test rows"}, which come with it: every seed would have the same`,
      "remove split, or hold validation examples out of train",
    );
    return {};
  }

  #model(values: Values): ModelSpec {
    const { activationOf, broken } = this.#source;
    const label = String(values.activation);
    const hidden = values.hidden as readonly number[];
    const layers = activationOf(label);
    if (layers.length !== 1 && layers.length !== hidden.length && !broken.has("model"))
      this.#problem(
        "model.activation",
        `${label} has ${layers.length} layers, but model.hidden has ${hidden.length}`,
      );
    const activation = hidden.flatMap((_, i) => layers[layers.length === 1 ? 0 : i] ?? []);
    return { ...(values as unknown as ModelSpec), activation };
  }

  #train(values: Values, chosen: Assignment): TrainSpec {
    const momentum = values.momentum ?? optimizerOf(values.optimizer as TrainSpec["optimizer"]).momentum ?? 0;
    const { fixed } = this.#source;
    if (values.steps !== null && fixed.has("train.epochs") && fixed.has("train.steps"))
      this.#problem(
        "train.steps",
        `steps ${values.steps} and epochs ${values.epochs} both define how long to train`,
        "remove one of them",
      );
    // With steps given, epochs decide nothing and must not make two ids of one trial.
    const epochs = values.steps === null ? values.epochs : 0;
    const target = this.#target(values, chosen);
    const task = TASKS.find((known) => known.target === target);
    const loss = values.loss ?? task?.losses[0];
    if (task !== undefined && !task.losses.some((known) => known === loss))
      this.#problem(
        this.#source.paths.has("train.target") ? "train.target" : "train.loss",
        `${task.networks} cannot be trained with the loss ${loss}`,
        `take loss: ${task.losses.join(" or ")}`,
      );
    const { decay, huber_delta: delta, ...others } = values;
    if (delta !== undefined && loss !== "huber")
      this.#source.problems.warn(
        `train.huber_delta has no effect with the loss ${loss}: it belongs to loss: huber`,
      );
    // The engine's sgd has no momentum; PyTorch's with one is the optimizer that is called momentum here.
    const optimizer = values.optimizer === "sgd" && Number(momentum) > 0 ? "momentum" : values.optimizer;
    return {
      ...(others as unknown as TrainSpec),
      ...(decay === "weights" ? { decay } : {}),
      optimizer: optimizer as TrainSpec["optimizer"],
      momentum: momentum as number,
      epochs: epochs as number,
      loss: loss as TrainSpec["loss"],
      ...(loss === "huber" ? { huber_delta: Number(delta ?? 1) } : {}),
      target,
    };
  }

  /** What outputs are compared with: as said, else what the data has. */
  #target({ target }: Values, chosen: Assignment): TrainSpec["target"] {
    const { fixed, broken } = this.#source;
    const facts = this.#factsOf(chosen);
    const isGiven = fixed.has("train.target") || Object.hasOwn(chosen, "train.target");
    const has = facts?.targets === undefined ? "label" : "numbers";
    // The default is that of data with classes.
    const asked = (target === "label" && !isGiven ? has : target) as TrainSpec["target"];
    if (facts === undefined || broken.has("dataset") || asked === "input" || asked === has) return asked;
    if (has === "label")
      this.#problem(
        "train.target",
        `${facts.name} has classes, but no numbers to predict`,
        "remove target; dataset: { task: regression } reads the target of a file as numbers",
      );
    else
      this.#problem(
        "train.target",
        `${facts.name} has numbers to predict, but no classes`,
        "remove target, or use target: numbers; dataset: { task: classification } makes each number a class",
      );
    return asked;
  }

  #numerics({ numerics }: Values): "fma" | "strict" {
    const { fma } = this.#source;
    if (numerics === "fma" && !fma)
      this.#problem(
        "numerics",
        "there is no fused multiply-add where trials run",
        "use numerics=strict, which runs everywhere",
      );
    return numerics === "strict" || (numerics === "auto" && !fma) ? "strict" : "fma";
  }

  #problem(setting: string, message: string, hint?: string): void {
    const { paths, problems } = this.#source;
    problems.add(paths.get(setting) ?? setting.split("."), message, hint);
  }
}
