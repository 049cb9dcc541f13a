import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const fileOf = (name) => fileURLToPath(new URL(`../../docs/studies/${name}.jsonl`, import.meta.url));

/** Six digits are more than a mean over seeds can use; digests are exact. */
const rounded = (_, value) =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;

const RATES = ["units", "dead", "inactive", "saturated", "zero_fraction"];

/**
 * Writes what a study's page is made from: a line on the run (form, overrides, data, machine), then a line a trial: its
 * record without times, with the last epoch alone, and of units the columns that `head.units` names: the counts of rates
 * and the fields that the page shows.
 */
export function writeRecords(name, head, records, layers) {
  const units = [...RATES, ...new Set(layers.map((field) => field.split(".")[0]))];
  const lines = [{ ...head, units }, ...records.map((record) => condensed(record, units))];
  writeFileSync(fileOf(name), `${lines.map((line) => JSON.stringify(line, rounded)).join("\n")}\n`);
}

/** What `writeRecords` wrote; undefined where the study has not been run. */
export function readRecords(name) {
  let text;
  try {
    text = readFileSync(fileOf(name), "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
  const [head, ...lines] = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  return { head, records: lines.map((line) => restored(line, head.units)) };
}

function condensed({ timing: _, peak_bytes: __, curve, ...record }, columns) {
  const { digest: ___, train_s: ____, units, ...epoch } = curve.at(-1) ?? {};
  const rows = units?.map((layer) => columns.map((column) => layer[column] ?? null));
  return { ...record, last: { ...epoch, ...(rows === undefined ? {} : { units: rows }) } };
}

function restored({ last, ...record }, columns) {
  const { units, ...epoch } = last;
  const layers = units?.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
  return { ...record, timing: {}, curve: [{ ...epoch, ...(layers === undefined ? {} : { units: layers }) }] };
}
