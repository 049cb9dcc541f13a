import { randomStream } from "@actbench/core/internal";
import { owenScramble } from "./owen-scramble.js";
import { sobolWord } from "./sobol.js";

/** Methods that draw points instead of walking a grid. */
export type DrawnMethod = "random" | "sobol";

/** An axis as a source of draws knows it. */
export interface DrawnAxis {
  /** 0-based place among the axes. */
  readonly dimension: number;
  /** Its name: random draws of an axis do not change when others come or go. */
  readonly name: string;
}

/** The coordinate in (0, 1) of draw `index` on an axis: a function of its arguments alone. */
export type DrawSource = (index: number, axis: DrawnAxis) => number;

/** Where the points of a method lie; every N points are the first N of any longer list. */
export function drawSource(method: DrawnMethod, studySeed: number): DrawSource {
  switch (method) {
    case "random":
      return (index, { name }) => fraction(randomStream(studySeed, `search ${name}`, index).u32());
    case "sobol":
      return (index, { dimension }) =>
        fraction(owenScramble(sobolWord(index, dimension), studySeed, dimension));
    default:
      return method satisfies never;
  }
}

/** The middle of the word's cell: never 0 and never 1, where a bell has no quantile. */
function fraction(word: number): number {
  return (word + 0.5) / 4294967296;
}
