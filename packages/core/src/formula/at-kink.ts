/**
 * Which slope holds at a kink. `torch`: what PyTorch's functions do. A comparison counts as it is written,
 * abs has 0. Where max or min alone meet a constant, the constant counts, 0, as in relu, relu6 and hardtanh;
 * where another kink lies at the same point, and between two operands that vary, each side counts half, as in
 * maximum and minimum.
 */
export type AtKink = "torch" | "left" | "right" | "mean";
