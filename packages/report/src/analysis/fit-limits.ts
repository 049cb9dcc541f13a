/**
 * What bounds the fitted functions of a page: points, epochs of each, updates of all trials that are trained
 * again for them, and multiplications of these trainings: some seconds.
 */
export const FIT_PAGE_LIMITS = { points: 8, epochs: 6, updates: 20_000, products: 6e9 } as const;
