import type { DatasetFacts, DatasetSpec, Json } from "@actbench/core/internal";

const MAX_VALIDATION = 5000;

/**
 * A dataset's settings with what follows from the data filled in, and what does not fit; `fault`: why it has
 * no facts.
 */
export function resolveDataset(
  values: Readonly<Record<string, Json | undefined>>,
  facts: DatasetFacts | undefined,
  fault?: string,
): {
  readonly spec: DatasetSpec;
  readonly problems: readonly {
    readonly setting: string;
    readonly message: string;
    readonly hint?: string;
  }[];
} {
  const problems: { setting: string; message: string; hint?: string }[] = [];
  const { trainRows = 0, validationRows, testRows = 0, hash = "", kind = "u8" } = facts ?? {};
  const drawable = validationRows ?? Math.min(MAX_VALIDATION, Math.floor(trainRows / 5));
  const validation = asCount(values.validation) ?? drawable;
  const heldOut = validationRows === undefined ? validation : 0;
  const train = asCount(values.train) ?? trainRows - heldOut;
  const test = asCount(values.test) ?? testRows;
  const name = String(values.name);
  if (facts === undefined)
    problems.push(
      fault === undefined
        ? { setting: "dataset.name", message: `${name} is not loaded`, hint: "see actbench datasets list" }
        : { setting: "dataset.name", message: fault },
    );
  else {
    if (validationRows !== undefined && validation > validationRows)
      problems.push({
        setting: "dataset.validation",
        message: `${name} has ${validationRows} validation rows, not ${validation}`,
        hint: `validation may be at most ${validationRows}`,
      });
    if (heldOut >= trainRows)
      problems.push({
        setting: "dataset.validation",
        message: `${name} has ${trainRows} training rows; with ${heldOut} held out for validation, none is left to train on`,
        hint: `validation may be at most ${trainRows - (asCount(values.train) ?? 1)}`,
      });
    else if (train + heldOut > trainRows || train < 1)
      problems.push({
        setting: "dataset.train",
        message: `${name} has ${trainRows} training rows; ${heldOut} are held out for validation, so ${train} cannot be used for training`,
        hint: `train may be at most ${trainRows - heldOut}`,
      });
    if (test > testRows)
      problems.push({ setting: "dataset.test", message: `${name} has ${testRows} test rows, not ${test}` });
  }
  // Dividing by 255 means nothing for floats: one spelling, so that one trial has one id.
  const normalize = values.normalize === "unit" && kind === "f32" ? "none" : values.normalize;
  const spec = { ...values, name, hash, train, validation, test, normalize };
  return { spec: spec as unknown as DatasetSpec, problems };
}

function asCount(value: Json | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}
