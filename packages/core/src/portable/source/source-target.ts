/** The tools that an activation is written for. */
export const SOURCE_TARGETS = ["torch", "jax", "numpy", "tfjs", "latex"] as const;
export type SourceTarget = (typeof SOURCE_TARGETS)[number];
