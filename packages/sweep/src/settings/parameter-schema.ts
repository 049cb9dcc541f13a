import { z } from "zod";
import { DISTRIBUTIONS, DRAWN_DISTRIBUTIONS, LISTED_DISTRIBUTIONS } from "../expand/distributions.js";

const name = z.enum([
  ...DISTRIBUTIONS.map((distribution) => distribution.name),
  ...DRAWN_DISTRIBUTIONS,
  ...LISTED_DISTRIBUTIONS,
]);

/** A parameter as a W&B sweep file writes it, with `count` for a grid and `when` for where it exists. */
export const PARAMETER_SCHEMA = z.strictObject({
  value: z.unknown().describe("One fixed value.").optional(),
  values: z
    .array(z.unknown(), "expected a list of values")
    .min(1)
    .describe("The values of an axis.")
    .optional(),
  distribution: name.describe("How values lie between min and max.").optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  mu: z.number().optional(),
  sigma: z.number().positive().optional(),
  q: z.number().positive().describe("Values are rounded to multiples of q.").optional(),
  probabilities: z.array(z.number().min(0)).optional(),
  count: z
    .int()
    .min(1)
    .max(1_000_000)
    .describe("How many values a grid takes of the distribution.")
    .optional(),
  when: z.string().describe("The axis exists only where this condition holds.").optional(),
});

export type Parameter = z.infer<typeof PARAMETER_SCHEMA>;
