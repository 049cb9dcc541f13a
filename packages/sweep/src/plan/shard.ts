/** One of several parts of a plan, each run on a separate machine. */
export interface Shard {
  /** 1-based. */
  readonly index: number;
  readonly count: number;
}

/** The most parts of a plan. */
export const MAX_SHARDS = 10_000;

/** A shard as `2/4` says it; undefined for a text that is none. */
export function parseShard(text: string): Shard | undefined {
  const match = /^(\d{1,5})\/(\d{1,5})$/.exec(text);
  if (match === null) return undefined;
  const shard = { index: Number(match[1]), count: Number(match[2]) };
  return shard.index >= 1 && shard.index <= shard.count && shard.count <= MAX_SHARDS ? shard : undefined;
}

/** A shard as its folder's name and messages write it. */
export function shardName({ index, count }: Shard): string {
  return `shard-${index}-of-${count}`;
}
