import type { BinaryOp, UnaryOp } from "../expr.js";

/** What the parser reads, before names are resolved; `position` is a 0-based offset in the source. */
export type Syntax =
  | { readonly kind: "number"; readonly value: number; readonly position: number }
  | { readonly kind: "string"; readonly value: string; readonly position: number }
  | { readonly kind: "name"; readonly name: string; readonly position: number }
  | {
      readonly kind: "call";
      readonly name: string;
      readonly operands: readonly Syntax[];
      readonly position: number;
    }
  | {
      readonly kind: "operator";
      readonly op: UnaryOp | BinaryOp | "where";
      readonly operands: readonly Syntax[];
      readonly position: number;
    };
