/**
 * How far rules may go. `exact`: a NaN or infinity of any operand still shows. `slope`: the tree is a
 * derivative, so 0 times anything is 0, since the true derivative there is 0.
 */
export type Strictness = "exact" | "slope";
