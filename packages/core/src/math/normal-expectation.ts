import { exp } from "./exp.js";

const REACH = 14; // beyond, the density is below 1e-43
const ORDER = 20;
const INVERSE_ROOT_TWO_PI = 0.3989422804014327;
const { nodes, weights } = legendreRule(ORDER);

/**
 * E[g(z)] for z ~ N(0, 1) by Gauss–Legendre panels that end at every breakpoint, at 0 and at every half;
 * error about 1e-13 where g is smooth between its breakpoints and grows slower than exp(z²/4).
 */
export function normalExpectation(g: (z: number) => number, breakpoints: readonly number[] = []): number {
  const ends = panelEnds(breakpoints);
  let sum = 0;
  for (let i = 1; i < ends.length; i++) sum += panel(g, ends[i - 1] as number, ends[i] as number);
  return sum * INVERSE_ROOT_TWO_PI;
}

function panelEnds(breakpoints: readonly number[]): number[] {
  const ends = new Set<number>();
  for (let i = -2 * REACH; i <= 2 * REACH; i++) ends.add(i / 2);
  for (const point of breakpoints) if (Math.abs(point) < REACH) ends.add(point + 0);
  return [...ends].sort((a, b) => a - b);
}

function panel(g: (z: number) => number, from: number, to: number): number {
  const middle = 0.5 * (from + to);
  const half = 0.5 * (to - from);
  let sum = 0;
  for (let i = 0; i < ORDER; i++) {
    const z = middle + half * (nodes[i] as number);
    sum += (weights[i] as number) * exp(-0.5 * z * z) * g(z);
  }
  return sum * half;
}

/** Nodes and weights of Gauss–Legendre on [−1, 1]: roots of the Legendre polynomial by Newton's method. */
function legendreRule(order: number): { nodes: Float64Array; weights: Float64Array } {
  const rule = { nodes: new Float64Array(order), weights: new Float64Array(order) };
  for (let i = 0; i < order / 2; i++) {
    // Outermost root first; each start lies between its root and the next outer one, so Newton falls onto it.
    let x = rootEstimate(i, order);
    let slope = 1;
    for (let step = 0; step < 8; step++) {
      const [value, derivative] = legendre(order, x);
      slope = derivative;
      x -= value / derivative;
    }
    const weight = 2 / ((1 - x * x) * slope * slope);
    rule.nodes[i] = -x;
    rule.nodes[order - 1 - i] = x;
    rule.weights[i] = weight;
    rule.weights[order - 1 - i] = weight;
  }
  return rule;
}

/** cos(π (i + 3/4) / (n + 1/2)) within 1e-8, by the series of sine at the complement. */
function rootEstimate(i: number, order: number): number {
  const angle = 1.5707963267948966 - (3.141592653589793 * (i + 0.75)) / (order + 0.5);
  const z = angle * angle;
  return angle * (1 - (z / 6) * (1 - (z / 20) * (1 - (z / 42) * (1 - (z / 72) * (1 - z / 110)))));
}

/** P_n(x) and its derivative by the three-term recurrence. */
function legendre(order: number, x: number): [value: number, derivative: number] {
  let before = 1;
  let value = x;
  for (let k = 2; k <= order; k++) {
    const next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
    before = value;
    value = next;
  }
  return [value, (order * (x * value - before)) / (x * x - 1)];
}
