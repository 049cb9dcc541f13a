import { plainName } from "@actbench/core/internal";
import type { z } from "zod";
import { nearest, nearestHint } from "./nearest.js";
import { numberHint } from "./number-hint.js";
import type { Path } from "./path.js";
import type { ProblemList } from "./problem-list.js";
import { quote } from "./quote.js";
import { respell } from "./respell.js";

/**
 * The value as its schema reads it; otherwise undefined, with every problem noted at its place. Names are
 * read without regard to case, underscores and dashes where only one is meant.
 */
export function check<T>(
  schema: z.ZodType<T>,
  value: unknown,
  path: Path,
  problems: ProblemList,
): T | undefined {
  const asWritten = schema.safeParse(value, { reportInput: true });
  if (asWritten.success) return asWritten.data;
  const result = schema.safeParse(respell(value, asWritten.error.issues), { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) noteIssue(issue, path, schema, problems);
  return undefined;
}

type Issue = z.core.$ZodIssue;

function noteIssue(issue: Issue, base: Path, schema: z.ZodType, problems: ProblemList): void {
  const path = [...base, ...issue.path.map((part) => (typeof part === "symbol" ? String(part) : part))];
  const received = quote(issue.input);
  switch (issue.code) {
    case "unrecognized_keys":
      for (const key of issue.keys)
        problems.addKey([...path, key], "unknown key", nearestHint(key, knownKeys(schema, issue.path)));
      return;
    case "invalid_union": {
      const branch = meantBranch(issue.errors);
      if (branch === undefined)
        problems.add(
          path,
          `${issue.message}, received ${received}`,
          nearestName(issue.input, issue.errors) ?? unionHint(issue.input, issue.errors),
        );
      else for (const inner of branch) noteIssue(inner, path, schema, problems);
      return;
    }
    case "invalid_value": {
      const names = issue.values.map(String);
      const text = typeof issue.input === "string" ? issue.input : "";
      const near = nearestHint(text, names);
      problems.add(
        path,
        `expected ${oneOf(names)}, received ${received}`,
        near?.startsWith("did") ? near : undefined,
      );
      return;
    }
    case "invalid_type":
      problems.add(path, `${expectation(issue)}, received ${received}`, textHint(issue));
      return;
    case "too_small":
      problems.add(
        path,
        `must be ${issue.inclusive ? "at least" : "more than"} ${bound(issue, issue.minimum)}, received ${received}`,
      );
      return;
    case "too_big":
      problems.add(
        path,
        `must be ${issue.inclusive ? "at most" : "less than"} ${bound(issue, issue.maximum)}, received ${received}`,
      );
      return;
    default:
      problems.add(
        path,
        issue.input === undefined ? issue.message : `${issue.message}, received ${received}`,
      );
  }
}

/** Starts of weights that other libraries have and a sweep file has not, with what is written instead. */
const OTHER_STARTS: Readonly<Record<string, string>> = {
  zeros: "weights that start equal stay equal; write he_normal",
  zero: "weights that start equal stay equal; write he_normal",
  ones: "weights that start equal stay equal; write he_normal",
  constant: "weights that start equal stay equal; write he_normal",
  normal: "write { distribution: normal, scale: 1 }, of standard deviation scale / √fan_in",
  randomnormal: "write { distribution: normal, scale: 1 }, of standard deviation scale / √fan_in",
  truncatednormal: "write { distribution: normal, scale: 1 }, of standard deviation scale / √fan_in",
  uniform: "write { distribution: uniform, scale: 1 }, of standard deviation scale / √fan_in",
  randomuniform: "write { distribution: uniform, scale: 1 }, of standard deviation scale / √fan_in",
  default: "write torch_default, PyTorch's; Keras' is xavier_uniform",
};

/** What other libraries call a name: their word, ours. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/^glorot/, "xavier"],
  [/^kaiming/, "he"],
];

/** A hint for an unknown name, where some branch of a union takes names. */
function nearestName(input: unknown, branches: readonly (readonly Issue[])[]): string | undefined {
  if (typeof input !== "string") return undefined;
  const names = branches
    .flat()
    .flatMap((issue) => (issue.code === "invalid_value" ? issue.values.map(String) : []));
  const start = names.includes("he_normal") ? OTHER_STARTS[plainName(input)] : undefined;
  if (start !== undefined) return start;
  const here = SYNONYMS.find(([there]) => there.test(input));
  const meant = here === undefined ? undefined : input.replace(here[0], here[1]);
  const near = meant !== undefined && names.includes(meant) ? meant : nearest(input, names);
  return near === undefined ? undefined : `did you mean ${near}?`;
}

/** Of a union's branches the one whose outer type fits, if there is one. */
function meantBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const fits = branches.filter((issues) =>
    issues.every(
      ({ code, path }) => path.length > 0 || (code !== "invalid_type" && code !== "invalid_value"),
    ),
  );
  return fits.length === 1 ? fits[0] : branches.length === 1 ? branches[0] : undefined;
}

function bound(issue: { readonly origin: string }, limit: number | bigint): string {
  if (issue.origin === "array") return `${limit} ${limit === 1 ? "item" : "items"} long`;
  if (issue.origin === "string") return `${limit} ${limit === 1 ? "character" : "characters"} long`;
  return String(limit);
}

function oneOf(names: readonly string[]): string {
  return names.length === 1 ? (names[0] ?? "") : `one of ${names.join(", ")}`;
}

/** The schema's own words, where it has any. */
function expectation({ message, expected }: Issue & { readonly code: "invalid_type" }): string {
  return message.startsWith("Invalid input") ? `expected ${typeName(expected)}` : message;
}

function typeName(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    int: "a whole number",
    number: "a number",
    string: "a text",
    boolean: "true or false",
    array: "a list",
    object: "a mapping",
    record: "a mapping",
  };
  return names[expected] ?? expected;
}

/** How a text is written where a number or a truth value is expected. */
function textHint({
  expected,
  input,
}: {
  readonly expected: string;
  readonly input?: unknown;
}): string | undefined {
  if (typeof input !== "string") return undefined;
  if (expected === "number" || expected === "int") return numberHint(input);
  const truth = expected === "boolean" ? TRUTHS[input.trim().toLowerCase()] : undefined;
  return truth === undefined ? undefined : `write ${truth}`;
}

/** The truth values of YAML 1.1, which YAML 1.2 reads as texts, and quoted ones. */
const TRUTHS: Readonly<Record<string, boolean>> = {
  yes: true,
  on: true,
  true: true,
  no: false,
  off: false,
  false: false,
};

/** The hint of the first branch of a union that has one. */
function unionHint(input: unknown, branches: readonly (readonly Issue[])[]): string | undefined {
  const types = branches.flat().filter(({ code, path }) => code === "invalid_type" && path.length === 0);
  return types
    .map((issue) => textHint({ expected: "expected" in issue ? String(issue.expected) : "", input }))
    .find((hint) => hint !== undefined);
}

/** The keys of the object schema at a path inside a schema. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  const shape = (schema as { readonly shape?: Readonly<Record<string, z.ZodType>> }).shape;
  const inner = (
    schema as {
      readonly def?: {
        readonly innerType?: z.ZodType;
        readonly valueType?: z.ZodType;
        readonly element?: z.ZodType;
        readonly options?: readonly z.ZodType[];
      };
    }
  ).def;
  if (inner?.innerType !== undefined) return knownKeys(inner.innerType, path);
  if (inner?.options !== undefined) return inner.options.flatMap((option) => knownKeys(option, path));
  const [head, ...rest] = path;
  if (head === undefined) return shape === undefined ? [] : Object.keys(shape);
  if (inner?.valueType !== undefined) return knownKeys(inner.valueType, rest);
  if (inner?.element !== undefined) return knownKeys(inner.element, rest);
  const next = shape?.[String(head)];
  return next === undefined ? [] : knownKeys(next, rest);
}
