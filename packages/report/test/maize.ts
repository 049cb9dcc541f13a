/** Darwin's maize (Fisher 1935, §17): crossed less self-fertilized, in eighths of an inch. */
export const MAIZE = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];
