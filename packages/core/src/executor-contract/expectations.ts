import { canonicalJson } from "../internal.js";

/** Throws an error that names the promise which was not kept. */
export function expectThat(claim: boolean, promise: string): asserts claim {
  if (!claim) throw new Error(`executor contract: ${promise}`);
}

/** Throws unless two values have the same JSON. */
export function expectEqual(actual: unknown, expected: unknown, promise: string): void {
  const [found, wanted] = [textOf(actual), textOf(expected)];
  expectThat(found === wanted, `${promise}\n  expected ${wanted}\n  found    ${found}`);
}

/** What a promise rejects with; throws where it resolves. */
export async function rejectionOf(
  promise: Promise<unknown>,
  what: string,
): Promise<Error & { code?: unknown }> {
  const thrown: unknown = await promise.then(
    (value) => expectThat(false, `${what} rejects; it gave ${textOf(value).slice(0, 200)}`),
    (error: unknown) => error,
  );
  expectThat(thrown instanceof Error, `${what} rejects with an Error`);
  return thrown;
}

function textOf(value: unknown): string {
  return value === undefined ? "nothing" : canonicalJson(value);
}
