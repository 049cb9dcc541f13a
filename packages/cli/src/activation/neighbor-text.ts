import { type Neighbor, nearest } from "@actbench/core/atlas";

/** Below this a difference is rounding. */
const SAME = 1e-6;

/** How near a neighbor is: `within 0.003 of swish at beta = 1.7`. */
export function neighborText(neighbor: Neighbor): string {
  const distance = nearest(neighbor);
  const near = distance < SAME ? "the same as" : `within ${rounded(distance)} of`;
  return `${near} ${neighbor.name}${paramsText(neighbor)}`;
}

/** Where a fit was better, its parameters. */
export function paramsText({ fitted }: Neighbor): string {
  if (fitted === undefined) return "";
  const values = Object.entries(fitted.params).map(([name, value]) => `${name} = ${value}`);
  return ` at ${values.join(", ")}`;
}

/** A distance in two digits, rounded up so that "within" is true; 0 where it is rounding. */
export function rounded(distance: number): string {
  if (distance < SAME) return "0";
  const unit = 10 ** (Math.floor(Math.log10(distance)) - 1);
  // The quotient may be a rounding above a whole number.
  return `${Number((Math.ceil(distance / unit - 1e-9) * unit).toPrecision(2))}`;
}
