import { DatasetError } from "../dataset-error.js";
import { MAX_CLASSES } from "./class-names.js";
import { keyText } from "./key-text.js";
import { quoted } from "./quoted.js";
import type { Table } from "./table.js";

/**
 * What is learned of a table's rows: a class, or numbers; and how that was decided, where the values decided.
 */
export interface TargetKind {
  readonly learns: "classes" | "numbers";
  readonly remarks: readonly string[];
}

/** Values with fractions that are more than these are no names of classes. */
const FEW_FRACTIONS = 20;
/** Whole numbers that are more than these, and of which few rows share one, are measurements. */
const FEW_WHOLE = 100;
const ROWS_OF_A_CLASS = 10;
/**
 * A column in which a larger share of the cells holds no number is of classes; else such a cell is an error.
 */
const MAX_WRONG = 0.1;

/**
 * Whether a table's target is a class or a number, as `asked`, else from its values: several columns are
 * numbers; so is one whose values have fractions and are many, or whole numbers that are too many to be
 * classes. All others are classes.
 */
export function targetKind(
  { targets, file }: Pick<Table, "targets" | "file">,
  asked: "classification" | "regression" | undefined,
): TargetKind {
  const [target, ...more] = targets;
  if (asked === "classification" && more.length > 0)
    throw new DatasetError(
      "dataset_refused",
      `${file}: ${targets.length} targets cannot be classes; write target: with one column, or ${keyText("task", "regression")}`,
    );
  if (asked !== undefined) return { learns: asked === "regression" ? "numbers" : "classes", remarks: [] };
  if (target === undefined || more.length > 0) return { learns: "numbers", remarks: [] };
  const { finite, different, whole, counts } = look(target.values);
  const shown = `${file}: the target ${quoted(target.name)} holds ${different} different ${whole ? "whole numbers" : "numbers"}`;
  const rows = target.values.length;
  const isMany = whole
    ? different > MAX_CLASSES || (different > FEW_WHOLE && !counts && rows < ROWS_OF_A_CLASS * different)
    : different > FEW_FRACTIONS || (different > 1 && 2 * different > rows);
  const isNumber = (finite >= (1 - MAX_WRONG) * rows && isMany) || (!whole && !target.isNamed);
  if (isNumber)
    return {
      learns: "numbers",
      remarks: [
        `${shown}, so the number is predicted; to make each a class write ${keyText("task", "classification")}`,
      ],
    };
  const maybe = finite === rows && different > FEW_FRACTIONS && !counts;
  return {
    learns: "classes",
    remarks: maybe
      ? [
          `${shown}, which are treated as classes; to predict the number write ${keyText("task", "regression")}`,
        ]
      : [],
  };
}

/** What numbers look like; `counts`: they are 0, 1, … or 1, 2, …, as labels are. */
function look(values: Float64Array) {
  const distinct = new Set<number>();
  let [finite, whole, low, high] = [0, true, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    finite++;
    distinct.add(value);
    if (!Number.isInteger(value)) whole = false;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const counts = whole && (low === 0 || low === 1) && high - low + 1 === distinct.size;
  return { finite, different: distinct.size, whole, counts };
}
