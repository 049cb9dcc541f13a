/**
 * What bounds the decision regions of a page: points, epochs of each, updates of a trial that is trained
 * again for them, and multiplications of all evaluated networks, a second or two.
 */
export const REGION_LIMITS = { points: 24, epochs: 6, updates: 5000, products: 6e7 } as const;
