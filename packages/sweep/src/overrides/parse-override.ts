import { parseDocument } from "yaml";
import { plainCopy } from "../config/plain-copy.js";
import { yamlTraps } from "../config/yaml-traps.js";
import { decimalRange } from "./decimal-range.js";
import { hydraCall } from "./hydra-call.js";
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
  | { readonly type: "delete"; readonly key: string }
  | WrongOverride;

/** What is wrong with an override. */
export interface WrongOverride {
  readonly type: "wrong";
  readonly message: string;
  readonly hint?: string;
}

const PROTOTYPE = /(^|\.)(__proto__|constructor|prototype)(\.|$)/;
const KEY = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
/** A number whose thousands are parted by commas. */
const THOUSANDS = /^[-+]?\d{1,3}(,\d{3})+$/;

/** Reads one override. */
export function parseOverride(text: string): Override {
  const equals = text.indexOf("=");
  if (text.startsWith("~")) {
    const key = text.slice(1, equals === -1 ? undefined : equals);
    return KEY.test(key) && !PROTOTYPE.test(key) ? { type: "delete", key } : wrong("expected ~key");
  }
  if (equals === -1) return wrong("expected key=value");
  const key = text
    .slice(0, equals)
    .replace(/^\+{1,2}/, "")
    .trim();
  if (!KEY.test(key)) return wrong(`${JSON.stringify(key)} is not a key; expected key=value`);
  if (PROTOTYPE.test(key)) return wrong(`${key} cannot be a key`);
  const value = text.slice(equals + 1).trim();
  return value === "" ? wrong("there is no value after =") : parseValues(key, value);
}

function parseValues(key: string, text: string): Override {
  const listed = /^(range|choice)\s*\((.*)\)$/s.exec(text);
  const parts = splitTop(listed?.[2] ?? text);
  if (parts === undefined) return wrong("brackets or quotes do not match");
  if (parts.includes("")) return wrong("a value between commas is empty");
  if (listed?.[1] === "range") {
    const values = decimalRange(parts);
    return typeof values === "string" ? wrong(values) : { type: "set", key, values, sweep: true };
  }
  const values: unknown[] = [];
  for (const part of parts) {
    const call = hydraCall(part, key);
    if (call !== undefined) return wrong(call.message, call.hint);
    const read = parseValue(part);
    if ("message" in read)
      return THOUSANDS.test(text)
        ? wrong(
            `commas separate values: ${text} is ${parts.length} values`,
            `write ${key}=${text.replaceAll(",", "")} for one`,
          )
        : read;
    values.push(read.value);
  }
  return { type: "set", key, values, sweep: listed !== null || values.length > 1 };
}

function parseValue(text: string): { readonly value: unknown } | WrongOverride {
  try {
    const document = parseDocument(text, {
      version: "1.2",
      schema: "core",
      merge: false,
      prettyErrors: false,
    });
    const first = document.errors[0] ?? document.warnings[0];
    if (first !== undefined) return wrong(`${JSON.stringify(text)} is not a value: ${first.message}`);
    const [trap] = yamlTraps(document);
    if (trap !== undefined) return wrong(trap.message, trap.hint);
    return { value: plainCopy(document.toJS({ maxAliasCount: 0 })) };
  } catch (error) {
    if (error instanceof RangeError || error instanceof ReferenceError)
      return wrong(`${JSON.stringify(text.slice(0, 40))} is nested too deeply or uses aliases`);
    throw error;
  }
}

function wrong(message: string, hint?: string): WrongOverride {
  return { type: "wrong", message, ...(hint === undefined ? {} : { hint }) };
}
