import type { Json } from "@actbench/core/internal";
import type { z } from "zod";

/** A part of a trial's spec; its settings are written under its name in a sweep file. */
export type SpecSection = "dataset" | "model" | "train" | "numerics";

/** Something a point of a study can set, and that can be an axis. */
export interface Setting {
  /** Full name: `train.lr`. */
  readonly name: string;
  readonly section: SpecSection;
  /** Other names it is known by elsewhere. */
  readonly aliases?: readonly string[];
  /** What it takes. Reads a value into its one canonical form: `he` becomes `he_normal`. */
  readonly schema: z.ZodType<Json>;
  /** Absent: follows from other settings, as `defaultText` says. */
  readonly default?: Json;
  readonly defaultText?: string;
  /** One sentence for schema, reference page and help. */
  readonly doc: string;
  /** Absent from specs and hashes at its default: it is younger than runs that must keep their ids. */
  readonly omittedAtDefault?: true;
  /** Labels of points show the value without the setting's name. */
  readonly bare?: true;
  /** A value is itself a list. */
  readonly list?: true;
}
