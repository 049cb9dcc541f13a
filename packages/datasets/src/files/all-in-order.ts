/** All values, in order. Of several failures the first in order is thrown, whichever came first in time. */
export async function allInOrder<T>(started: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(started);
  return Promise.all(started);
}
