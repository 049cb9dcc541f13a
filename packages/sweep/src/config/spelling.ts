import { plainName } from "@actbench/core/internal";

/** The one known name that is spelled like another text; undefined where there is none, or several. */
export function spelledLike(text: string, known: Iterable<string>): string | undefined {
  const plain = plainName(text);
  const alike = new Set([...known].filter((name) => plainName(name) === plain));
  return alike.size === 1 ? [...alike][0] : undefined;
}
