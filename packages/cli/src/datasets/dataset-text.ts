import { wholeNumber } from "@actbench/core/text";
import { oneLine } from "../terminal/own-codes.js";
import { plural } from "../terminal/plural.js";
import { table } from "../terminal/table.js";
import type { DatasetSummary } from "./dataset-summary.js";

/** Above this many inputs a dataset is summarized unless every input is requested. */
const FEW_INPUTS = 16;

/**
 * A dataset as a page of text; the ranges of its inputs one by one where they are few or `all` are wanted.
 */
export function datasetText(summary: DatasetSummary, show: { readonly all: boolean }): string {
  const { name, description, source, license, classes, targets, density, hash } = summary;
  const lines: readonly (readonly [string, string])[] = [
    ["name", name],
    ["what", description],
    ["source", source],
    ["license", license],
    ["examples", rowsText(summary)],
    ["inputs", inputsText(summary)],
    targets === undefined
      ? [
          "classes",
          `${classes}, a constant answer is right for ${percent(chance(summary))} of the training rows`,
        ]
      : ["numbers", `${targets.length} to predict; always predicting the mean errs by the deviation (RMSE)`],
    ["density", `${percent(density)} of the training values are not 0`],
    ["hash", hash],
  ];
  const parts = [
    lines.map(([title, said]) => `${title.padEnd(8)}  ${oneLine(said)}`).join("\n"),
    targets === undefined ? classTable(summary) : targetTable(targets),
    ...(show.all || summary.inputs <= FEW_INPUTS ? [inputTable(summary)] : []),
  ];
  return parts.join("\n\n");
}

function rowsText({ train_rows, validation_rows, test_rows }: DatasetSummary): string {
  const own = validation_rows === undefined ? [] : [plural(validation_rows, "validation row")];
  return [plural(train_rows, "training row"), ...own, plural(test_rows, "test row")].join(", ");
}

function inputsText({ inputs, image, kind, input_ranges }: DatasetSummary): string {
  const what = kind === "u8" ? "bytes" : "32-bit floats";
  const size = image === undefined ? `${inputs}` : `${inputs}, ${image[0]} × ${image[1]} pixels`;
  const least = input_ranges.reduce((low, { min }) => Math.min(low, min), Number.POSITIVE_INFINITY);
  const most = input_ranges.reduce((high, { max }) => Math.max(high, max), Number.NEGATIVE_INFINITY);
  const constant = input_ranges.filter(({ min, max }) => min === max).length;
  const still = constant === 0 ? "" : `; ${plural(constant, "input")} with one value throughout`;
  return `${size}, ${what} from ${short(least)} to ${short(most)}${still}`;
}

function chance({ class_counts, train_rows }: DatasetSummary): number {
  return Math.max(...class_counts) / train_rows;
}

function classTable({ class_counts, class_names, train_rows }: DatasetSummary): string {
  return table(
    [{ title: "class" }, { title: "training rows", align: "right" }, { title: "share", align: "right" }],
    class_counts.map((count, label) => [
      class_names?.[label] ?? `${label}`,
      wholeNumber(count),
      percent(count / train_rows),
    ]),
  );
}

function targetTable(targets: NonNullable<DatasetSummary["targets"]>): string {
  const right = { align: "right" } as const;
  return table(
    [
      { title: "target" },
      { title: "min", ...right },
      { title: "max", ...right },
      { title: "mean", ...right },
      { title: "deviation", ...right },
      { title: "learned as", ...right },
    ],
    targets.map(({ name, min, max, mean, deviation, offset, scale }) => [
      name,
      short(min),
      short(max),
      short(mean),
      short(deviation),
      offset === 0 && scale === 1 ? "it is" : `(y − ${short(offset)}) / ${short(scale)}`,
    ]),
  );
}

function inputTable({ input_ranges }: DatasetSummary): string {
  const right = { align: "right" } as const;
  return table(
    [
      { title: "input" },
      { title: "min", ...right },
      { title: "max", ...right },
      { title: "mean", ...right },
      { title: "deviation", ...right },
    ],
    input_ranges.map(({ name, min, max, mean, deviation }) => [
      name,
      short(min),
      short(max),
      short(mean),
      short(deviation),
    ]),
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function short(value: number): string {
  return `${Number(value.toPrecision(4))}`;
}
