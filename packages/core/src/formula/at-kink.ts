/**
 * Which slope holds at a kink. `torch`: what PyTorch's functions do: a comparison counts as it is written; where
 * min, max or clamp meet a constant the constant's slope, 0; the mean for abs and for two varying operands.
 */
export type AtKink = "torch" | "left" | "right" | "mean";
