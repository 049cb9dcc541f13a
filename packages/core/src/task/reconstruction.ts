import type { TaskEntry } from "./task-entry.js";

/** Outputs are the example's own inputs: an autoencoder. */
export const reconstruction = {
  name: "reconstruction",
  target: "input",
  networks: "an autoencoder (train.target: input)",
  lacks: "its outputs are no classes",
  losses: ["mse"],
  rankBy: "loss",
  outputs: ({ inputs }) => inputs,
  chance: () => undefined,
} as const satisfies TaskEntry;
