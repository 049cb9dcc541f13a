import {
  type Expr,
  type FormulaActivation,
  isOperation,
  ONE_OVER_LN,
  type Operation,
  operands,
  type UnaryOp,
} from "../../internal.js";
import { aboutLines } from "./about-lines.js";
import { readsInput } from "./python-expression.js";
import { safeName } from "./safe-name.js";
import { sourceForm } from "./source-form.js";

/** What the code of `tfjsSource` imports. */
export const TFJS_IMPORTS = 'import * as tf from "@tensorflow/tfjs";';

/**
 * An activation for TensorFlow.js: a function of tensors; parameters are numbers, or tensors that are
 * trained.
 */
export function tfjsSource(activation: FormulaActivation): string {
  const form = sourceForm(activation);
  const options = [
    ...form.params.map((param) => `${safeName(param.name, "javascript")} = ${param.default}`),
    ...(form.readsNoise ? ["noise = 0.5"] : []),
  ];
  const head = [...form.inputs, ...(options.length === 0 ? [] : [`{ ${options.join(", ")} } = {}`])].join(
    ", ",
  );
  const name = safeName(activation.name, "javascript");
  return [
    "/**",
    ...aboutLines(activation).map((line) => ` * ${line.replaceAll("*/", "* /")}`.trimEnd()),
    " */",
    `export function ${name}(${head}) {`,
    `  return tf.tidy(() => ${number(form.value)});`,
    "}",
    "",
  ].join("\n");
}

const CALLS: Partial<Readonly<Record<Operation[0], string>>> = {
  lt: "less",
  le: "lessEqual",
  gt: "greater",
  ge: "greaterEqual",
  eq: "equal",
  ne: "notEqual",
  and: "logicalAnd",
  or: "logicalOr",
  not: "logicalNot",
  min: "minimum",
  max: "maximum",
};
const TRUTHS: readonly Operation[0][] = ["lt", "le", "gt", "ge", "eq", "ne", "and", "or", "not"];
/** Functions of one operand that TensorFlow.js lacks or computes otherwise, by others. */
const COMPOSED: Partial<Readonly<Record<UnaryOp, (u: string) => string>>> = {
  erfc: (u) => `tf.sub(1, tf.erf(${u}))`,
  // Its own makes NaN 0.
  sign: (u) => `tf.where(tf.isNaN(${u}), ${u}, tf.sign(${u}))`,
  log2: (u) => `tf.mul(tf.log(${u}), ${ONE_OVER_LN.log2})`,
  log10: (u) => `tf.mul(tf.log(${u}), ${ONE_OVER_LN.log10})`,
};

const isTruth = (tree: Expr): tree is Operation => isOperation(tree) && TRUTHS.includes(tree[0]);

function number(tree: Expr): string {
  return isTruth(tree) ? `tf.cast(${write(tree)}, "float32")` : write(tree);
}

function truth(tree: Expr): string {
  return isTruth(tree) ? write(tree) : `tf.notEqual(${write(tree)}, 0)`;
}

function write(tree: Expr): string {
  if (typeof tree === "number") return String(tree);
  if (typeof tree === "string") return tree.startsWith("$") ? safeName(tree.slice(1), "javascript") : tree;
  const parts = operands(tree);
  switch (tree[0]) {
    case "where":
      return `tf.where(${truth(tree[1])}, ${number(tree[2])}, ${number(tree[3])})`;
    case "clamp":
      return `tf.minimum(tf.maximum(${parts.slice(0, 2).map(number).join(", ")}), ${number(tree[3])})`;
    case "and":
    case "or":
    case "not":
      return `tf.${CALLS[tree[0]]}(${parts.map(truth).join(", ")})`;
    case "max":
      // relu's slope at 0 is 0; that of maximum is 1.
      if (tree[2] === 0 && readsInput(tree[1])) return `tf.relu(${number(tree[1])})`;
      break;
    default:
  }
  const composed = tree.length === 2 ? COMPOSED[tree[0]] : undefined;
  if (composed !== undefined) return composed(number(tree[1]));
  return `tf.${CALLS[tree[0]] ?? tree[0]}(${parts.map(number).join(", ")})`;
}
