/** Inputs and classes of one subset, by the names of their arrays. */
export interface ArrayPair {
  readonly inputs: string;
  readonly classes: string;
}

/** Which arrays of an archive are what. */
export interface ArrayRoles {
  readonly train: ArrayPair;
  readonly validation?: ArrayPair;
  readonly test?: ArrayPair;
  /** Arrays that have no role, in the archive's order. */
  readonly unused: readonly string[];
}

type Part = "inputs" | "classes";
type Subset = "all" | "train" | "validation" | "test";

const PARTS: Readonly<Record<string, Part>> = {
  x: "inputs",
  data: "inputs",
  images: "inputs",
  features: "inputs",
  inputs: "inputs",
  y: "classes",
  label: "classes",
  labels: "classes",
  target: "classes",
  targets: "classes",
  classes: "classes",
};
const SUBSETS: Readonly<Record<string, Subset>> = {
  train: "train",
  training: "train",
  val: "validation",
  valid: "validation",
  validation: "validation",
  dev: "validation",
  test: "test",
  testing: "test",
};
const EXPECTED =
  "expected arrays x_train and y_train, or x and y, and beside them x_test and y_test, x_val and y_val";

/**
 * The roles of arrays, from their names: `x`, `x_train`, `train_images`, `X_val`, … Gives a text where they
 * are not clear: two arrays for one role, inputs without classes, `x` beside `x_train`.
 */
export function arrayRoles(names: readonly string[]): ArrayRoles | string {
  const found = new Map<string, string[]>();
  const unused: string[] = [];
  for (const name of names) {
    const role = roleOf(name);
    if (role === undefined) unused.push(name);
    else found.set(role, [...(found.get(role) ?? []), name]);
  }
  const holds = `it holds ${names.join(", ") || "nothing"}`;
  const several = [...found.values()].find((all) => all.length > 1);
  if (several !== undefined)
    return `${several.join(" and ")} have the same role; remove one of them, or rename it`;
  const pairs = new Map<Subset, ArrayPair>();
  for (const subset of ["all", "train", "validation", "test"] as const) {
    const [inputs] = found.get(key(subset, "inputs")) ?? [];
    const [classes] = found.get(key(subset, "classes")) ?? [];
    if (inputs !== undefined && classes !== undefined) pairs.set(subset, { inputs, classes });
    else if (inputs !== undefined) return `${inputs} has no classes beside it: ${holds}; ${EXPECTED}`;
    else if (classes !== undefined) return `${classes} has no inputs beside it: ${holds}; ${EXPECTED}`;
  }
  const [all, named] = [pairs.get("all"), pairs.get("train")];
  if (all !== undefined && named !== undefined)
    return `both ${all.inputs}, ${all.classes} and ${named.inputs}, ${named.classes} may be the training rows; remove one pair, or rename it`;
  const train = named ?? all;
  if (train === undefined) return `${holds}; ${EXPECTED}${unnamedHint(names)}`;
  const [validation, test] = [pairs.get("validation"), pairs.get("test")];
  return { train, ...(validation && { validation }), ...(test && { test }), unused };
}

function key(subset: Subset, part: Part): string {
  return `${subset} ${part}`;
}

/** The role that a name says: a part, and a subset before or behind it. */
function roleOf(name: string): string | undefined {
  const words = name.toLowerCase().split(/[_\s.-]+/);
  const [first = "", second] = words;
  if (words.length > 2) return undefined;
  if (second === undefined) return own(PARTS, first) && key("all", PARTS[first] ?? "inputs");
  const part = own(PARTS, first) ?? own(PARTS, second);
  const subset = own(SUBSETS, second) ?? own(SUBSETS, first);
  return part && subset && key(subset, part);
}

function own<T>(of: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(of, name) ? of[name] : undefined;
}

/** `numpy.savez` without names calls arrays arr_0, arr_1, … */
function unnamedHint(names: readonly string[]): string {
  return names.includes("arr_0") ? "; name them as they are saved: np.savez(file, x=x, y=y)" : "";
}
