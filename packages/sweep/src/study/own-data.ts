import type { DataSource } from "@actbench/core/internal";
import { check } from "../config/check.js";
import type { ProblemList } from "../config/problem-list.js";
import { DATA_SOURCE_KEYS, dataSourceSchema } from "../settings/data-source-schema.js";

/** Custom data, as a sweep file's `dataset` describes it. */
export interface OwnData {
  /** As given, else after its first file. */
  readonly name: string;
  /** Paths in it are relative to the sweep file. */
  readonly source: DataSource;
}

/**
 * The data that `dataset` describes; undefined where it names a set of the catalog, or where it cannot be
 * read.
 */
export function ownDataOf(dataset: unknown, problems?: ProblemList): OwnData | undefined {
  if (typeof dataset !== "object" || dataset === null || Array.isArray(dataset)) return undefined;
  const entries = Object.entries(dataset);
  const described = entries.filter(([key]) => DATA_SOURCE_KEYS.includes(key));
  if (described.length === 0) return undefined;
  const raw = Object.fromEntries(described);
  const source =
    problems === undefined
      ? dataSourceSchema.safeParse(raw).data
      : check(dataSourceSchema, raw, ["dataset"], problems);
  if (source === undefined) return undefined;
  const given = entries.find(([key]) => key === "name")?.[1];
  return { name: typeof given === "string" && given !== "" ? given : nameAfter(source), source };
}

/** `Wine Quality` for `data/Wine Quality.csv.gz` becomes `wine-quality`. */
function nameAfter({ csv, npy, npz, idx, png }: DataSource): string {
  const [first = ""] = [csv ?? npy ?? npz ?? idx ?? png ?? ""].flat();
  const base = first.split(/[/\\]/).filter(Boolean).at(-1) ?? "";
  const name = base
    .replace(/(\.[a-z0-9]+)+$/i, "")
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, "-");
  return name.replace(/^[-_]+|-+$/g, "").slice(0, 64) || "own-data";
}
