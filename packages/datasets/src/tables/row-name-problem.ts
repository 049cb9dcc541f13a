import { keyText } from "./key-text.js";
import { quoted } from "./quoted.js";

/** What pandas calls columns without a name: `Unnamed: 0`, `Unnamed: 0.1`. */
const UNNAMED = /^Unnamed: \d+(\.\d+)*$/;
const MAX_NAMED = 20;

/**
 * Why columns that nobody has named as inputs are none: R's `write.csv` and pandas' `to_csv` write row names
 * in a column without a name. With the key to write; undefined where all have names.
 */
export function namelessProblem(names: readonly string[], inputs: readonly number[]): string | undefined {
  const found = inputs.filter((i) => names[i] === "" || UNNAMED.test(names[i] ?? ""));
  const [first] = found;
  if (first === undefined) return undefined;
  const column = `column ${first + 1}${names[first] === "" ? "" : `, ${quoted(names[first])},`}`;
  const ignored = found.map((i) => names[i] ?? "");
  return `${column} has no name, like the row names that R and pandas write; trained on, ${wayOut(ignored, inputs.length)}`;
}

/** The same of columns whose values number the rows, `names`, among `count` inputs. */
export function rowNumberProblem(names: readonly string[], count: number): string | undefined {
  const [first] = names;
  return first === undefined
    ? undefined
    : `the values of column ${quoted(first)} number the rows; trained on, ${wayOut(names, count)}`;
}

function wayOut(names: readonly string[], inputs: number): string {
  const named = [...new Set(names)].slice(0, MAX_NAMED);
  const leak = "they give the class away if rows are sorted";
  return names.length === inputs
    ? `${leak}: write ${keyText("inputs", named)} if you do want that`
    : `${leak}: write ${keyText("ignore", named)} to leave them out, or list all input columns in inputs (--input)`;
}
