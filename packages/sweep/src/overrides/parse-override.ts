import { parseDocument } from "yaml";
import { plainCopy } from "../config/plain-copy.js";
import { decimalRange } from "./decimal-range.js";
import { splitTop } from "./split-top.js";

/** An override as Hydra writes it. */
export type Override =
  /** `key=value` or `key=a,b,c`; `sweep` says that it lists values of an axis. */
  | {
      readonly type: "set";
      readonly key: string;
      readonly values: readonly unknown[];
      readonly sweep: boolean;
    }
  /** `~key` */
  | { readonly type: "delete"; readonly key: string };

const PROTOTYPE = /(^|\.)(__proto__|constructor|prototype)(\.|$)/;
const KEY = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

/** Reads one override; returns what is wrong with it as a text. */
export function parseOverride(text: string): Override | string {
  const equals = text.indexOf("=");
  if (text.startsWith("~")) {
    const key = text.slice(1, equals === -1 ? undefined : equals);
    return KEY.test(key) && !PROTOTYPE.test(key) ? { type: "delete", key } : "expected ~key";
  }
  if (equals === -1) return "expected key=value";
  const key = text
    .slice(0, equals)
    .replace(/^\+{1,2}/, "")
    .trim();
  if (!KEY.test(key)) return `${JSON.stringify(key)} is no key; expected key=value`;
  if (PROTOTYPE.test(key)) return `${key} cannot be a key`;
  const value = text.slice(equals + 1).trim();
  if (value === "") return "there is no value after =";
  const call = /^(range|choice)\s*\((.*)\)$/s.exec(value);
  const parts = splitTop(call?.[2] ?? value);
  if (parts === undefined) return "brackets or quotes do not match";
  if (parts.includes("")) return "a value between commas is empty";
  if (call?.[1] === "range") {
    const values = decimalRange(parts);
    return typeof values === "string" ? values : { type: "set", key, values, sweep: true };
  }
  const values: unknown[] = [];
  for (const part of parts) {
    const read = parseValue(part);
    if ("wrong" in read) return read.wrong;
    values.push(read.value);
  }
  return { type: "set", key, values, sweep: call !== null || values.length > 1 };
}

function parseValue(text: string): { readonly value: unknown } | { readonly wrong: string } {
  try {
    const document = parseDocument(text, {
      version: "1.2",
      schema: "core",
      merge: false,
      prettyErrors: false,
    });
    const first = document.errors[0] ?? document.warnings[0];
    if (first !== undefined) return { wrong: `${JSON.stringify(text)} is no value: ${first.message}` };
    return { value: plainCopy(document.toJS({ maxAliasCount: 0 })) };
  } catch (error) {
    if (error instanceof RangeError || error instanceof ReferenceError)
      return { wrong: `${JSON.stringify(text.slice(0, 40))} is nested too deeply or uses aliases` };
    throw error;
  }
}
