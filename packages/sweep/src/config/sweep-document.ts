import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import type { ConfigProblem } from "./config-problem.js";
import type { Path } from "./path.js";
import { plainCopy } from "./plain-copy.js";
import { yamlTraps } from "./yaml-traps.js";

const MAX_TEXT_LENGTH = 1_000_000;
const MAX_ALIASES = 100;
const PROTOTYPE_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/** Where something stands in a file, 1-based. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** A sweep file as plain data that still knows where each value stood. */
export interface SweepDocument {
  readonly value: Readonly<Record<string, unknown>>;
  /** The place of the value at a path, or of its key; of the nearest parent where the path leads nowhere. */
  locate(path: Path, onKey: boolean): TextPosition;
  /** Whether the number at a path is written with a decimal point or an exponent: 1.0 is, 1 is not. */
  isDecimal(path: Path): boolean;
}

/** Reads YAML 1.2 without custom tags, merge keys, prototype keys or alias bombs. */
export function parseSweepDocument(text: string, file: string): SweepDocument | readonly ConfigProblem[] {
  const whole = (message: string, hint?: string): readonly ConfigProblem[] => [
    { place: file, line: 1, column: 1, path: "", message, ...(hint === undefined ? {} : { hint }) },
  ];
  if (text.length > MAX_TEXT_LENGTH)
    return whole(
      `the file holds ${text.length} characters; a sweep file has at most ${MAX_TEXT_LENGTH}`,
      "write ranges with distribution and count instead of long lists",
    );
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      version: "1.2",
      schema: "core",
      uniqueKeys: true,
      merge: false,
      prettyErrors: false,
      lineCounter: lines,
    });
    const problems = documentProblems(document, file, lines);
    if (problems.length > 0) return problems;
    const value = plainCopy(document.toJS({ maxAliasCount: MAX_ALIASES }));
    if (value === null || value === undefined)
      return whole("the file is empty", "the smallest sweep is `parameters: { activation: [relu, gelu] }`");
    if (typeof value !== "object" || Array.isArray(value))
      return whole("a sweep file is a mapping of keys such as `parameters:` and `seeds:`");
    return {
      value: value as Record<string, unknown>,
      locate: (path, onKey) => position(lines, nodeOffset(document, path, onKey)),
      isDecimal: (path) => isDecimal(document, path),
    };
  } catch (error) {
    if (error instanceof RangeError) return whole("the file is nested too deeply");
    if (error instanceof ReferenceError)
      return whole(
        `the aliases of the file expand too much: at most ${MAX_ALIASES} uses of anchors are read`,
      );
    throw error;
  }
}

/** What the parser says to programmers, said to people. */
const PARSER_MESSAGES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "duplicate key; each key may occur once",
  MULTIPLE_DOCS: "a second document begins here; a sweep file has only one: remove the line ---",
};

function documentProblems(document: Document.Parsed, file: string, lines: LineCounter): ConfigProblem[] {
  // A tag the core schema does not know is only a warning to the parser.
  const problems: ConfigProblem[] = [...document.errors, ...document.warnings].map(
    ({ message, pos, code }) => ({
      place: file,
      ...position(lines, pos[0]),
      path: "",
      message: PARSER_MESSAGES[code] ?? message,
      ...(code === "TAB_AS_INDENT" ? { hint: "indent with spaces" } : {}),
      ...(code === "TAG_RESOLVE_FAILED"
        ? { hint: "a sweep file contains only data: custom tags are not allowed" }
        : {}),
    }),
  );
  const refuse = (node: unknown, message: string, hint?: string): void => {
    const place = { place: file, ...position(lines, startOf(node)), path: "" };
    problems.push({ ...place, message, ...(hint === undefined ? {} : { hint }) });
  };
  for (const { node, message, hint } of yamlTraps(document)) refuse(node, message, hint);
  visit(document, {
    Pair: (_, { key }) => {
      if (!isScalar(key)) refuse(key, "a key must be text, not a list, a mapping or an alias");
      else if (PROTOTYPE_KEYS.has(String(key.value))) refuse(key, `${String(key.value)} cannot be a key`);
    },
  });
  return problems;
}

/** What a path goes by, from the root on: the node of each part, and its key where it is a mapping's. */
function* nodesAlong(
  document: Document.Parsed,
  path: Path,
): Generator<{ readonly node: unknown; readonly key?: unknown }> {
  let node: unknown = document.contents;
  for (const part of path) {
    const held = isAlias(node) ? node.resolve(document as Document<Node>) : node;
    if (isMap(held)) {
      const pair = held.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
      if (!isPair(pair)) return;
      node = pair.value;
      yield { node, key: pair.key };
    } else if (isSeq(held) && typeof part === "number") {
      node = held.items[part];
      yield { node };
    } else return;
  }
}

function nodeOffset(document: Document.Parsed, path: Path, onKey: boolean): number {
  let offset = startOf(document.contents);
  let depth = 0;
  for (const { node, key } of nodesAlong(document, path)) {
    depth += 1;
    const isWanted = onKey && depth === path.length;
    offset =
      key === undefined
        ? startOf(node) || offset
        : isWanted || startOf(node) === 0
          ? startOf(key)
          : startOf(node);
  }
  return offset;
}

function isDecimal(document: Document.Parsed, path: Path): boolean {
  const along = [...nodesAlong(document, path)];
  const last = along.length === path.length ? along.at(-1)?.node : undefined;
  const held = isAlias(last) ? last.resolve(document as Document<Node>) : last;
  return isScalar(held) && typeof held.value === "number" && /^[-+]?[\d.]*[.eE]/.test(held.source ?? "");
}

function startOf(node: unknown): number {
  const range = (node as { readonly range?: readonly number[] | null } | null | undefined)?.range;
  return range?.[0] ?? 0;
}

function position(lines: LineCounter, offset: number): TextPosition {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}
