import type { z } from "zod";
import { spelledLike } from "./spelling.js";

type Issue = z.core.$ZodIssue;

/** The value with each name that is a known one but for its spelling put right: `Adam` is read as `adam`. */
export function respell(value: unknown, issues: readonly Issue[]): unknown {
  return issues.reduce<unknown>((read, issue) => {
    const name = typeof issue.input === "string" ? knownName(issue.input, issue) : undefined;
    return name === undefined ? read : withAt(read, issue.path, name);
  }, value);
}

function knownName(text: string, issue: Issue): string | undefined {
  if (issue.code === "invalid_value") return spelledLike(text, issue.values.map(String));
  if (issue.code !== "invalid_union") return undefined;
  const own = issue.errors.flat().filter(({ code, path }) => code === "invalid_value" && path.length === 0);
  return spelledLike(
    text,
    own.flatMap((inner) => (inner.code === "invalid_value" ? inner.values.map(String) : [])),
  );
}

function withAt(value: unknown, [key, ...rest]: readonly PropertyKey[], item: unknown): unknown {
  if (key === undefined) return item;
  const copy = Array.isArray(value) ? [...value] : { ...(value as Record<PropertyKey, unknown>) };
  Reflect.set(copy, key, withAt(Reflect.get(copy, key), rest, item));
  return copy;
}
