import type {
  ActivationParam,
  ActivationSpec,
  CodeActivationSpec,
  FormulaActivationSpec,
} from "../contract/spec.js";
import { nearestName } from "../text/nearest-name.js";
import type {
  Activation,
  ActivationParamDefinition,
  CodeActivation,
  FormulaActivation,
} from "./activation.js";
import { ActivationError } from "./activation-error.js";
import { brokenConstraint } from "./broken-constraint.js";
import { DECAY, isDecay } from "./define-param.js";

export interface ActivationSettings {
  /** Values by name; the defaults where absent. */
  readonly params?: Readonly<Record<string, number>>;
  /** Whether the trainable parameters, or those named, are trained; as defined where absent. */
  readonly trainable?: boolean | Readonly<Record<string, boolean>>;
  /** One trained value per layer or per unit; as defined where absent. */
  readonly per?: "layer" | "unit";
  /** Weight decay of its trained parameters; as defined where absent. */
  readonly weight_decay?: number;
  /** What tables show; the name and the given settings unless set. */
  readonly label?: string;
}

/**
 * An activation with its parameters settled, as a trial's spec holds it. Throws `ActivationError` for values
 * it cannot take.
 */
export function activationSpec(
  activation: FormulaActivation,
  settings?: ActivationSettings,
): FormulaActivationSpec;
export function activationSpec(activation: CodeActivation, settings?: ActivationSettings): CodeActivationSpec;
export function activationSpec(activation: Activation, settings?: ActivationSettings): ActivationSpec;
export function activationSpec(activation: Activation, settings: ActivationSettings = {}): ActivationSpec {
  checkNames(activation, {
    ...settings.params,
    ...(typeof settings.trainable === "object" ? settings.trainable : {}),
  });
  if (settings.weight_decay !== undefined && !isDecay(settings.weight_decay))
    throw new ActivationError(
      "parameter_value",
      `${activation.name}: weight_decay is ${settings.weight_decay}; ${DECAY} is expected`,
    );
  const values = new Map(
    activation.params.map((param) => [param.name, settledValue(activation, param, settings)]),
  );
  const broken = brokenConstraint(activation, settings.params);
  if (broken !== undefined) throw new ActivationError("parameter_value", `${activation.name} ${broken}`);
  const shared = {
    label: settings.label ?? labelOf(activation, settings),
    name: activation.name,
    params: activation.params
      .filter(({ role }) => role === "value")
      .map((param) => settle(param, values, settings)),
    at_kink: activation.at_kink,
  };
  if ("code" in activation) {
    checkFixed(activation, shared.params);
    return { ...shared, code: activation.code, inputs: 1 };
  }
  const counted = activation.params.find(({ role }) => role === "inputs");
  const inputs = counted ? (values.get(counted.name) ?? activation.inputs) : activation.inputs;
  return { ...shared, tree: activation.treeOf(inputs), inputs };
}

/** Code says nothing of its slope in a parameter. */
function checkFixed({ name }: CodeActivation, params: readonly ActivationParam[]): void {
  const trained = params.find(({ trainable }) => trainable);
  if (trained !== undefined)
    throw new ActivationError(
      "definition",
      `${name} is code, whose parameters cannot be trained, but ${trained.name} is trainable; use a formula to train it`,
    );
}

function settle(
  param: ActivationParamDefinition,
  values: ReadonlyMap<string, number>,
  { trainable, per, weight_decay }: ActivationSettings,
): ActivationParam {
  const asked =
    typeof trainable === "object" ? trainable[param.name] : trainable === false ? false : undefined;
  const trained = asked ?? (trainable === true || param.trainable);
  const decay = weight_decay ?? param.weight_decay;
  return {
    name: param.name,
    value: values.get(param.name) ?? param.default,
    trainable: trained,
    per: per ?? param.per,
    // To a fixed parameter it means nothing, and would make another trial.
    ...(trained && decay !== undefined ? { weight_decay: decay } : {}),
  };
}

function settledValue(
  activation: Activation,
  param: ActivationParamDefinition,
  settings: ActivationSettings,
): number {
  const value = settings.params?.[param.name];
  if (value === undefined) return param.default;
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = param;
  const whole = param.role === "inputs";
  if (
    typeof value !== "number" ||
    !Number.isFinite(value) ||
    value < min ||
    value > max ||
    (whole && !Number.isInteger(value))
  ) {
    throw new ActivationError(
      "parameter_value",
      `${activation.name}: ${param.name} is ${JSON.stringify(value) ?? String(value)}; ${expected(param)} is expected`,
    );
  }
  return value;
}

function expected({ min, max, role }: ActivationParamDefinition): string {
  const kind = role === "inputs" ? "a whole number" : "a finite number";
  if (min !== undefined && max !== undefined) return `${kind} from ${min} to ${max}`;
  if (min !== undefined) return `${kind} of at least ${min}`;
  return max === undefined ? kind : `${kind} of at most ${max}`;
}

function checkNames(activation: Activation, given: Readonly<Record<string, unknown>>): void {
  const known = activation.params.map(({ name }) => name);
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const nearest = nearestName(unknown, known);
  const hint = nearest
    ? `did you mean ${nearest}?`
    : known.length > 0
      ? `it has ${known.join(", ")}`
      : "it has none";
  throw new ActivationError("unknown_parameter", `${activation.name} has no parameter ${unknown}; ${hint}`);
}

/** The name, with the settings given in parentheses: `leaky_relu(alpha=0.1)`. */
function labelOf({ name, params }: Activation, settings: ActivationSettings): string {
  const parts = params
    .filter((param) => settings.params?.[param.name] !== undefined)
    .map((param) => `${param.name}=${settings.params?.[param.name]}`);
  if (typeof settings.trainable === "boolean") parts.push(settings.trainable ? "trained" : "fixed");
  else
    for (const [key, trained] of Object.entries(settings.trainable ?? {}))
      parts.push(`${key} ${trained ? "trained" : "fixed"}`);
  if (settings.per !== undefined) parts.push(`per ${settings.per}`);
  if (settings.weight_decay !== undefined) parts.push(`weight_decay=${settings.weight_decay}`);
  return parts.length === 0 ? name : `${name}(${parts.join(", ")})`;
}
