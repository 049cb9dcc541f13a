/** Orders are not counted beyond this many steps, about 0.1 s. */
const MAX_STEPS = 300_000;

/**
 * The exact p of Friedman's test: the share of all orders of the ranks within each condition whose rank sums
 * lie at least as far from each other, Σ Rⱼ², as those seen. `byCondition[i]` holds the ranks under condition
 * i, ties as mean ranks. Undefined where too many orders would have to be counted.
 *
 * The distribution of the sums is built up one condition after another. What is counted knows no names of
 * methods, so sums are kept in ascending order, and the first condition's order is free: both divide the work
 * by about k!.
 */
export function exactFriedman(byCondition: readonly (readonly number[])[]): number | undefined {
  const k = byCondition[0]?.length ?? 0;
  // Twice a mean rank is a whole number.
  const rows = byCondition.map((row) => row.map((rank) => 2 * rank).sort((a, b) => a - b));
  const base = 2 * k * rows.length + 1;
  if (base ** k > Number.MAX_SAFE_INTEGER) return undefined;
  const coding = { base, k };
  let steps = 0;
  let states = new Map<number, number>([[encode(rows[0] ?? [], coding), 1]]);
  for (const row of rows.slice(1)) {
    steps += states.size * orderCount(row);
    if (steps > MAX_STEPS) return undefined;
    states = convolved(states, distinctOrders(row), coding);
  }
  const observed = squares(
    Array.from({ length: k }, (_, j) => byCondition.reduce((sum, row) => sum + 2 * (row[j] ?? 0), 0)),
  );
  let share = 0;
  for (const [code, probability] of states)
    if (squares(decode(code, coding)) >= observed) share += probability;
  return Math.min(1, share);
}

interface Coding {
  readonly base: number;
  readonly k: number;
}

function convolved(
  states: ReadonlyMap<number, number>,
  orders: readonly (readonly number[])[],
  coding: Coding,
): Map<number, number> {
  const next = new Map<number, number>();
  for (const [code, probability] of states) {
    const sums = decode(code, coding);
    const share = probability / orders.length;
    for (const order of orders) {
      const key = encode(
        sums.map((sum, j) => sum + (order[j] ?? 0)).sort((a, b) => a - b),
        coding,
      );
      next.set(key, (next.get(key) ?? 0) + share);
    }
  }
  return next;
}

function encode(sums: readonly number[], { base }: Coding): number {
  return sums.reduce((code, sum) => code * base + sum, 0);
}

function decode(code: number, { base, k }: Coding): readonly number[] {
  const sums = new Array<number>(k).fill(0);
  let rest = code;
  for (let j = k - 1; j >= 0; j--) {
    sums[j] = rest % base;
    rest = Math.floor(rest / base);
  }
  return sums;
}

function squares(sums: readonly number[]): number {
  return sums.reduce((total, sum) => total + sum * sum, 0);
}

/** How many different orders some values have: k! over the factorials of how often each value is there. */
function orderCount(values: readonly number[]): number {
  const seen = new Map<number, number>();
  return values.reduce((product, value, i) => {
    const times = (seen.get(value) ?? 0) + 1;
    seen.set(value, times);
    return (product * (i + 1)) / times;
  }, 1);
}

/** All different orders of some values, each equally probable. */
function distinctOrders(values: readonly number[]): readonly (readonly number[])[] {
  if (values.length === 0) return [[]];
  return [...new Set(values)].flatMap((first) => {
    const rest = values.toSpliced(values.indexOf(first), 1);
    return distinctOrders(rest).map((order) => [first, ...order]);
  });
}
