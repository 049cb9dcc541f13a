import { z } from "zod";

const perSchema = z.enum(["layer", "unit"]);
const trainableSchema = z.union(
  [z.boolean(), z.array(z.string())],
  "expected true, false or a list of parameters",
);

/** The keys of an activation entry that are not parameters. */
export const ENTRY_SCHEMA = z.object({
  name: z.string("expected the name of an activation").meta({ minLength: 1 }),
  label: z.string().min(1).max(100).describe("What tables show.").optional(),
  trainable: trainableSchema.describe("Whether its parameters are trained, or which.").optional(),
  per: perSchema.describe("One trained value per layer or per unit.").optional(),
  weight_decay: z
    .number()
    .min(0)
    .describe("Weight decay of its trained parameters; train.weight_decay without it.")
    .optional(),
});

export type ActivationEntry = z.infer<typeof ENTRY_SCHEMA>;

export const ENTRY_KEYS: readonly string[] = Object.keys(ENTRY_SCHEMA.shape);
