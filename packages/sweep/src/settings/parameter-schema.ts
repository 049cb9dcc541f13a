import { z } from "zod";
import { DISTRIBUTIONS, LISTED_DISTRIBUTIONS } from "./distributions.js";

const name = z.enum([...DISTRIBUTIONS.map((distribution) => distribution.name), ...LISTED_DISTRIBUTIONS]);

/** A parameter as a W&B sweep file writes it, with `count` for a grid and `when` for where it exists. */
export const PARAMETER_SCHEMA = z.strictObject({
  value: z.unknown().describe("One fixed value.").optional(),
  values: z
    .array(z.unknown(), "expected a list of values")
    .min(1)
    .describe("The values of an axis.")
    .optional(),
  distribution: name.describe("How values are distributed between min and max.").optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  mu: z.number().optional(),
  sigma: z.number().positive().optional(),
  q: z.number().positive().describe("Values are rounded to multiples of q.").optional(),
  a: z.number().positive().describe("The first shape of a beta distribution; default 1.").optional(),
  b: z.number().positive().describe("The second shape of a beta distribution; default 1.").optional(),
  probabilities: z
    .array(z.number().min(0))
    .describe("Probability with which random and sobol draw each value; a grid uses all values.")
    .optional(),
  count: z
    .int()
    .min(1)
    .max(1_000_000)
    .describe("Number of values of a grid; random and sobol then draw from them.")
    .optional(),
  when: z
    .string()
    .meta({ minLength: 1 })
    .describe("The axis exists only where this condition holds.")
    .optional(),
});

export type Parameter = z.infer<typeof PARAMETER_SCHEMA>;
