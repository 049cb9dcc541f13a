import type { UnaryOp } from "../../internal.js";

/** Functions that a dialect of Python arrays calls by name. */
export type NamedFunction = Exclude<UnaryOp, "neg" | "not">;

/**
 * What differs between PyTorch, NumPy and JAX: functions by name, and forms whose derivative each tool takes
 * in its own way.
 */
export interface PythonDialect {
  readonly functions: Readonly<Record<NamedFunction, string>>;
  /** sign(u), where the dialect's own makes NaN 0. */
  sign?(u: string): string;
  /** The arguments of a function beside its operand, where it needs some. */
  readonly further: Partial<Readonly<Record<NamedFunction, string>>>;
  /** `where(c, a, b)`; `isFixed`: c reads no input, so it may be no array. */
  where(condition: string, then: string, otherwise: string, isFixed: boolean): string;
  /**
   * The larger or smaller of two operands that both read inputs; where they are equal, each has half of the
   * slope.
   */
  extreme(op: "min" | "max", a: string, b: string): string;
  /** The larger or smaller of an operand and a bound; where they are equal, the bound's slope, 0, holds. */
  bounded(op: "min" | "max", u: string, bound: string): string;
  /**
   * min(max(u, low), high) of bounds that are numbers, with the slope 0 at both; absent where the dialect has
   * no function for it.
   */
  held?(u: string, low: string, high: string): string;
  /** u held between two bounds, with u's slope at both. */
  clamp(u: string, low: string, high: string): string;
  /** Truth values as numbers of the input's type. */
  numbers(truth: string, input: string): string;
}

const named = (module: string, other: Partial<Record<NamedFunction, string>>): PythonDialect["functions"] => {
  const own = (op: NamedFunction): string => other[op] ?? `${module}.${op}`;
  return {
    abs: own("abs"),
    sign: own("sign"),
    floor: own("floor"),
    ceil: own("ceil"),
    round: own("round"),
    exp: own("exp"),
    expm1: own("expm1"),
    log: own("log"),
    log1p: own("log1p"),
    log2: own("log2"),
    log10: own("log10"),
    sqrt: own("sqrt"),
    sin: own("sin"),
    cos: own("cos"),
    tan: own("tan"),
    sinh: own("sinh"),
    cosh: own("cosh"),
    tanh: own("tanh"),
    sigmoid: own("sigmoid"),
    softplus: own("softplus"),
    erf: own("erf"),
    erfc: own("erfc"),
    atan: own("atan"),
    asinh: own("asinh"),
    acosh: own("acosh"),
    atanh: own("atanh"),
  };
};

const clampAs =
  (where: string): PythonDialect["clamp"] =>
  (u, low, high) =>
    `${where}(${u} < ${low}, ${low}, ${where}(${u} > ${high}, ${high}, ${u}))`;

const boundAs =
  (where: string): PythonDialect["bounded"] =>
  (op, u, bound) =>
    `${where}(${u} ${op === "max" ? "<=" : ">="} ${bound}, ${bound}, ${u})`;

export const torch: PythonDialect = {
  functions: named("torch", { softplus: "F.softplus", erfc: "torch.special.erfc" }),
  sign: (u) => `torch.where(torch.isnan(${u}), ${u}, torch.sign(${u}))`,
  // By default it is x itself above 20, where float64 still sees the difference.
  further: { softplus: "threshold=40.0" },
  where: (condition, then, otherwise, isFixed) =>
    `torch.where(${isFixed ? `torch.as_tensor(${condition})` : condition}, ${then}, ${otherwise})`,
  extreme: (op, a, b) => `torch.${op}imum(${a}, ${b})`,
  bounded: (op, u, bound) =>
    op === "max" && bound === "0.0" ? `torch.relu(${u})` : boundAs("torch.where")(op, u, bound),
  held: (u, low, high) => `F.hardtanh(${u}, ${low}, ${high})`,
  clamp: clampAs("torch.where"),
  numbers: (truth, input) => `(${truth}).to(${input}.dtype)`,
};

export const jax: PythonDialect = {
  functions: named("jnp", {
    sigmoid: "jax.nn.sigmoid",
    softplus: "jax.nn.softplus",
    erf: "jax.scipy.special.erf",
    erfc: "jax.scipy.special.erfc",
    atan: "jnp.arctan",
    asinh: "jnp.arcsinh",
    acosh: "jnp.arccosh",
    atanh: "jnp.arctanh",
  }),
  further: {},
  where: (condition, then, otherwise) => `jnp.where(${condition}, ${then}, ${otherwise})`,
  extreme: (op, a, b) => `jnp.${op}imum(${a}, ${b})`,
  bounded: (op, u, bound) =>
    op === "max" && bound === "0.0" ? `jax.nn.relu(${u})` : boundAs("jnp.where")(op, u, bound),
  clamp: clampAs("jnp.where"),
  numbers: (truth, input) => `(${truth}).astype(${input}.dtype)`,
};

export const numpy: PythonDialect = {
  functions: named("np", {
    sigmoid: "_sigmoid",
    softplus: "np.logaddexp",
    erf: "_erf",
    erfc: "_erfc",
    atan: "np.arctan",
    asinh: "np.arcsinh",
    acosh: "np.arccosh",
    atanh: "np.arctanh",
  }),
  further: { softplus: "0.0" },
  where: (condition, then, otherwise) => `np.where(${condition}, ${then}, ${otherwise})`,
  extreme: (op, a, b) => `np.${op}imum(${a}, ${b})`,
  bounded: (op, u, bound) => `np.${op}imum(${u}, ${bound})`,
  clamp: (u, low, high) => `np.minimum(np.maximum(${u}, ${low}), ${high})`,
  numbers: (truth, input) => `(${truth}).astype(${input}.dtype)`,
};
