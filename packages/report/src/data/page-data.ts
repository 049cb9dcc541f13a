import { sha256Hex } from "@actbench/core/internal";
import { type Content, html, type Safe, trusted } from "../html/html.js";
import type { PackedTrial } from "./packed-trial.js";
import { ReportDataError } from "./report-data-error.js";

/** What a page holds of a run: its head as JSON without `<`, and the trials of its table. */
export interface PageData {
  readonly head: string;
  readonly trials: readonly PackedTrial[];
}

/** What stands for a digest that a trial does not have. */
const NO_DIGEST = "–";

/**
 * A row of the trial table: it opens with the data that only programs read, the digest is its last cell. End
 * tags that HTML lets a writer leave out are left out: a table of 10,000 trials is most of a page. No cell
 * may hold a line break.
 */
export function trialRow(
  { trial, point, digest, numbers }: PackedTrial,
  prefix: string,
  cells: Content,
): Safe {
  return html`<tr id=${prefix}trial-${trial} data-p=${point} data-r=${numbers}>${cells}<td>${digest === "" ? NO_DIGEST : digest}
`;
}

const ROW = /^<tr id=(?:run-\d+-)?trial-(\d+) data-p=(\d+) data-r=([\w+/]+)>.*<td>([0-9a-f]+|–)$/gm;

// Where a run's head begins: this very text, so that a reader needs no HTML parser.
const OPEN = '<script type="application/json" class="run-data" data-sha256="';
const CLOSE = "</script>";
const SHA256_DIGITS = 64;

/** SHA-256 of a run's data as hexadecimal digits: with one digit changed anywhere it is another. */
export function dataChecksum({ head, trials }: PageData): string {
  const rows = trials.map(({ trial, point, digest, numbers }) => `${trial} ${point} ${digest} ${numbers}`);
  return sha256Hex([head, ...rows].join("\n"));
}

/** The head as a block that no browser executes or shows, after the trial table. */
export function headBlock(data: PageData): Safe {
  return html`${trusted(OPEN)}${dataChecksum(data)}">${trusted(data.head)}${trusted(CLOSE)}
`;
}

/** JSON in which nothing can end the block that holds it, nor a line for readers that take lines. */
export function embeddable(json: string): string {
  return json.replace(
    /[<\u2028\u2029]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The data of every run of a page. Throws a {@link ReportDataError} for one that was cut off or changed. */
export function readPageData(page: string): readonly PageData[] {
  const runs: PageData[] = [];
  let from = 0;
  for (let at = page.indexOf(OPEN); at >= 0; at = page.indexOf(OPEN, from)) {
    const start = at + OPEN.length + SHA256_DIGITS + '">'.length;
    const end = page.indexOf(CLOSE, start);
    if (end < 0) throw new ReportDataError("the page ends inside its data: it was cut off");
    const data = { head: page.slice(start, end), trials: readRows(page.slice(from, at)) };
    if (!page.startsWith(dataChecksum(data), at + OPEN.length))
      throw new ReportDataError("the page's data does not have its checksum: it was changed");
    runs.push(data);
    from = end;
  }
  return runs;
}

function readRows(text: string): readonly PackedTrial[] {
  return Array.from(text.matchAll(ROW), ([, trial, point, numbers = "", digest = ""]) => ({
    trial: Number(trial),
    point: Number(point),
    digest: digest === NO_DIGEST ? "" : digest,
    numbers,
  }));
}
