import { type Json, NAMED_INITS } from "@actbench/core/internal";
import { z } from "zod";

/** A finite number. */
export const number = z.number("expected a number");

/** A whole number from `min` on. */
export const count = (min: number): z.ZodType<number> => z.int().min(min);

/** A share of something: in [0, 1). */
export const share = number.min(0).lt(1);

/** A text on one line: without control characters, halves of surrogate pairs, and what turns text around. */
export const plainText = z
  .string()
  .min(1)
  .regex(
    /^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u,
    "expected a string without control characters and line breaks",
  );

export const oneOf = <const T extends readonly string[]>(names: T): z.ZodType<T[number]> => z.enum(names);

const INIT_ALIASES: Readonly<Record<string, string>> = { xavier: "xavier_uniform", he: "he_normal" };

/** An initializer by name, or zero-mean weights of deviation scale / √fan_in. */
export const init: z.ZodType<Json> = z.union(
  [
    z.enum([...NAMED_INITS, "xavier", "he"]).transform((name): Json => INIT_ALIASES[name] ?? name),
    z.strictObject({ distribution: z.enum(["normal", "uniform", "orthogonal"]), scale: number.positive() }),
  ],
  "expected an initializer's name or { distribution, scale }",
);

export const normalize: z.ZodType<Json> = z.union(
  [z.enum(["none", "unit", "standardize"]), z.strictObject({ mean: number, std: number.positive() })],
  "expected none, unit, standardize or { mean, std }",
);

/** Widths of the hidden layers. */
export const hidden: z.ZodType<number[]> = z
  .array(z.int().min(1).max(65_536), "expected a list of widths such as [128, 64]")
  .max(64);
