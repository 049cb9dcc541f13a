import { Buffer } from "node:buffer";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { EpochRecord } from "@actbench/core/internal";

/** A longer curve is deflated: a hundred epochs take 14 kB instead of 46. */
const MAX_PLAIN_LENGTH = 8192;
/** The longest text a curve unfolds to; a file from a stranger may say anything. */
const MAX_BYTES = 256 * 1024 * 1024;

/** A curve as JSON: a list of epochs, or where that is long a text, the deflated list in base64. */
export function encodeCurve(curve: readonly EpochRecord[]): string {
  const plain = JSON.stringify(curve);
  if (plain.length <= MAX_PLAIN_LENGTH) return plain;
  // The fastest level: the second best takes twice as long for a tenth less.
  return JSON.stringify(deflateRawSync(plain, { level: 1 }).toString("base64"));
}

/** Reads a curve back, whose epochs nothing has checked; undefined for a text that is no list. */
export function decodeCurve(text: string): readonly unknown[] | undefined {
  return listOf(plainOf(text));
}

/** The key that an epoch begins with, and nothing else in a curve does. */
const NEXT_EPOCH = ',{"epoch":';

/**
 * Reads the first and the last epoch of a curve, and none between them; undefined where the curve has to be
 * read whole, for it has one epoch, or gradients, of which those of an earlier epoch may be the latest.
 */
export function decodeCurveEnds(text: string): readonly unknown[] | undefined {
  const plain = plainOf(text);
  const second = plain.indexOf(NEXT_EPOCH);
  if (second < 0 || plain.includes('"gradients":')) return undefined;
  return listOf(plain.slice(0, second) + plain.slice(plain.lastIndexOf(NEXT_EPOCH)));
}

/** A curve's text as JSON. */
function plainOf(text: string): string {
  if (!text.startsWith('"')) return text;
  const value = parse(text);
  return typeof value === "string" ? inflated(value) : "";
}

function listOf(plain: string): readonly unknown[] | undefined {
  const list = parse(plain);
  if (plain.includes(":null")) dropNulls(list);
  return Array.isArray(list) ? list : undefined;
}

/** Nothing in a curve is nested as deep. */
const DEEPEST = 16;

/** Earlier versions wrote null where a loss or a moment was not finite; it is absent. Nulls in lists stay. */
function dropNulls(value: unknown, depth = 0): void {
  if (typeof value !== "object" || value === null || depth > DEEPEST) return;
  for (const [key, item] of Object.entries(value))
    if (item === null && !Array.isArray(value)) delete (value as Record<string, unknown>)[key];
    else dropNulls(item, depth + 1);
}

function inflated(base64: string): string {
  try {
    return inflateRawSync(Buffer.from(base64, "base64"), { maxOutputLength: MAX_BYTES }).toString("utf8");
  } catch {
    return ""; // no deflated text, or one that unfolds to too much: no curve either way
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined; // the caller reports it as an invalid curve
    throw error;
  }
}
