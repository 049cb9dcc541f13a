import {
  type ActivationSpec,
  canonicalJson,
  type DeadRule,
  deadRule,
  type Expr,
  exactFormulas,
  type FormulaActivationSpec,
  FormulaError,
  isCode,
} from "@actbench/core/internal";

/** An activation with what follows from its formula. */
export interface ActivationView {
  readonly spec: FormulaActivationSpec;
  readonly value: Expr;
  /** ∂f/∂x of each pre-activation. */
  readonly slopes: readonly Expr[];
  /** Where its units are dead, and how that is decided. */
  readonly dead: DeadRule;
  /** Values of the parameters, where they are trained at the start. */
  readonly params: Readonly<Record<string, number>>;
}

/** An activation that is code, or whose formula core cannot derive, with the reason. */
export interface OpaqueActivation {
  readonly spec: ActivationSpec;
  readonly reason: string;
}

function derive(spec: ActivationSpec): ActivationView | OpaqueActivation {
  if (isCode(spec))
    return {
      spec,
      reason: `it is code, not a formula (plugin SHA-256 ${spec.code.slice(0, 12)}…); a unit is dead when its derivative is exactly 0 on every example`,
    };
  try {
    const { value, slopes } = exactFormulas(spec);
    return {
      spec,
      value,
      slopes,
      dead: deadRule(spec),
      params: Object.fromEntries(spec.params.map(({ name, value: start }) => [name, start])),
    };
  } catch (error) {
    if (error instanceof FormulaError) return { spec, reason: error.message };
    throw error;
  }
}

/** Derives activations' formulas, once for each that is met. */
export function activationViewer(): (spec: ActivationSpec) => ActivationView | OpaqueActivation {
  const known = new Map<string, ActivationView | OpaqueActivation>();
  // Every point has specs of its own, and each is asked for several times.
  const met = new WeakMap<ActivationSpec, ActivationView | OpaqueActivation>();
  return (spec) => {
    const before = met.get(spec);
    if (before !== undefined) return before;
    const key = canonicalJson(spec);
    const found = known.get(key) ?? derive(spec);
    known.set(key, found);
    met.set(spec, found);
    return found;
  };
}

/** Whether it is proven that no unit can ever be dead: the slope is zero on no interval. */
export function cannotDie(activation: ActivationView | OpaqueActivation): boolean {
  return "dead" in activation && activation.dead.by === "never";
}
