import { get as httpGet, type IncomingMessage } from "node:http";
import { get as httpsGet } from "node:https";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { DatasetError } from "../dataset-error.js";

/** Bounds of one download. */
export interface DownloadLimits {
  /** Largest unpacked size. */
  readonly maxBytes: number;
  readonly timeout_s: number;
}

/**
 * Downloads a gzip file and unpacks it as it comes. Throws a `DatasetError` for a bad address, answer, size
 * or time.
 */
export async function gunzipAddress(
  address: string,
  { maxBytes, timeout_s }: DownloadLimits,
): Promise<Uint8Array> {
  const url = checkedUrl(address);
  const signal = AbortSignal.timeout(timeout_s * 1000);
  const parts: Buffer[] = [];
  let size = 0;
  try {
    const answer = await request(url, signal);
    if (answer.statusCode !== 200) {
      answer.destroy();
      throw new Error(`the server answers ${answer.statusCode} ${answer.statusMessage}`.trimEnd());
    }
    await pipeline(answer, createGunzip(), async (unpacked: AsyncIterable<Buffer>) => {
      for await (const part of unpacked) {
        size += part.length;
        if (size > maxBytes) throw new Error("too large");
        parts.push(part);
      }
    });
    return Buffer.concat(parts, size);
  } catch (cause) {
    // Of several streams that end each other, the first error to come is not always the first cause.
    const why =
      size > maxBytes
        ? `unpacks to more than ${maxBytes} bytes`
        : signal.aborted
          ? `no complete answer within ${timeout_s} s`
          : told(cause);
    throw new DatasetError("dataset_fetch", `${address}: ${why}`, { cause });
  }
}

function checkedUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !["http:", "https:"].includes(url.protocol))
    throw new DatasetError("dataset_refused", `"${address}" is not an http: or https: address`);
  if (url.username !== "" || url.password !== "")
    throw new DatasetError(
      "dataset_refused",
      "an address with a user or password in it would be recorded; use one without",
    );
  return url;
}

function request(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const get = url.protocol === "https:" ? httpsGet : httpGet;
  return new Promise((resolve, reject) => {
    get(url, { signal }, resolve).on("error", reject);
  });
}

/** zlib's and http's words, and in the reader's. */
function told(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (message.includes("incorrect header check"))
    return `${message}; the answer is not gzip (an error page, or an address that moved)`;
  if (message.includes("unexpected end of file")) return `${message}; the answer is truncated`;
  if (/aborted|premature close|socket hang up/i.test(message))
    return `${message}; the connection was closed before the answer was complete`;
  return message;
}
