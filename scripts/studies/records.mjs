import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compactRecords, restoredRecords } from "./compact-records.mjs";

const fileOf = (name) => fileURLToPath(new URL(`../../docs/studies/${name}.jsonl`, import.meta.url));

/** Six digits are more than a mean over seeds can use; digests are exact. */
const rounded = (_, value) =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;

const RATES = ["units", "dead", "inactive", "saturated", "zero_fraction"];
const NOT_UNITS = ["curve", "gradients"];

/**
 * Writes what a study's page is made from: a line on the run (form, overrides, data, machine), then a line a
 * trial: its record without times, with the last epoch alone, and of units the columns that `head.units`
 * names. What else is kept, `needs` says: the accuracies of earlier epochs (`curve`), norms of the first and
 * the last measured update (`gradients`), fields of units.
 */
export function writeRecords(name, head, records, needs) {
  const units = [...RATES, ...[...needs].filter((need) => !NOT_UNITS.includes(need))];
  const lines = [{ ...head, units }, ...records.map((record) => condensed(record, units, needs))];
  writeFileSync(fileOf(name), `${lines.map((line) => JSON.stringify(line, rounded)).join("\n")}\n`);
}

/** The same in the few numbers a line that `compactRecords` keeps. */
export function writeCompactRecords(name, head, records) {
  const { head: columns, lines } = compactRecords(records);
  const texts = [
    JSON.stringify({ ...head, compact: columns }, rounded),
    ...lines.map((line) => JSON.stringify(line)),
  ];
  writeFileSync(fileOf(name), `${texts.join("\n")}\n`);
}

/** What `writeRecords` or `writeCompactRecords` wrote; undefined where the study has not been run. */
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
  return {
    head,
    records: head.compact
      ? restoredRecords(head.compact, lines)
      : lines.map((line) => restored(line, head.units)),
  };
}

function condensed({ timing: _, peak_bytes: __, curve, ...record }, columns, needs) {
  const { digest: ___, train_s: ____, probes: _____, units, gradients, ...epoch } = curve.at(-1) ?? {};
  const rows = units?.map((layer) => columns.map((column) => layer[column] ?? null));
  const measured = curve.flatMap((one) => one.gradients ?? []);
  return {
    ...record,
    ...(needs.has("curve")
      ? {
          earlier: curve
            .slice(0, -1)
            .map(({ epoch, step, validation, test }) => [epoch, step, (validation ?? test)?.accuracy]),
        }
      : {}),
    last: {
      ...epoch,
      ...(rows === undefined ? {} : { units: rows }),
      ...(needs.has("gradients") && measured.length > 0
        ? { norms: [measured[0], measured.at(-1)].map(normsOf) }
        : {}),
    },
  };
}

function normsOf({ step, layers }) {
  return [step, layers.map(({ gradient_norm }) => gradient_norm)];
}

function restored({ last, earlier = [], ...record }, columns) {
  const { units, norms, ...epoch } = last;
  const layers = units?.map((row) =>
    Object.fromEntries(columns.flatMap((column, i) => (row[i] === null ? [] : [[column, row[i]]]))),
  );
  const gradients = norms?.map(([step, values]) => ({
    step,
    layers: values.map((gradient_norm) => ({ gradient_norm })),
  }));
  const before = earlier.map(([epoch, step, accuracy]) => ({ epoch, step, validation: { accuracy } }));
  return {
    ...record,
    timing: {},
    curve: [
      ...before,
      {
        ...epoch,
        ...(layers === undefined ? {} : { units: layers }),
        ...(gradients === undefined ? {} : { gradients }),
      },
    ],
  };
}
