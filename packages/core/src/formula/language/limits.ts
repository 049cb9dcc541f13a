/** Longest source of a formula, in characters. */
export const MAX_SOURCE_LENGTH = 4000;
/** Most parts (numbers, names, operators) of a formula. */
export const MAX_NODES = 2000;
/** Deepest nesting of a formula. */
export const MAX_DEPTH = 100;
