import { globalAgent as httpAgent, type RequestOptions } from "node:http";
import { globalAgent as httpsAgent } from "node:https";
import { urlToHttpOptions } from "node:url";
import { DatasetError } from "../dataset-error.js";

/** Bounds of one download. */
export interface DownloadLimits {
  /** Largest unpacked size. */
  readonly maxBytes: number;
  readonly timeout_s: number;
}

/** How far the process's buffers may grow beyond `maxBytes` (packed bytes under way, other work) before the end. */
const HEADROOM_BYTES = 16 * 2 ** 20;
const WATCH_MS = 20;

/** Downloads a gzip file and unpacks it. Throws a `DatasetError` for a bad address, answer, size or time. */
export async function gunzipAddress(address: string, limits: DownloadLimits): Promise<Uint8Array> {
  const options = requestOptions(address);
  const { gunzipUrl } = await import("mnist-dataset");
  const ended = new AbortController();
  const watch = watchLimits(limits, ended);
  try {
    // gunzipUrl neither hears of an aborted answer nor bounds what it unpacks; the watch ends the request.
    const bytes = await Promise.race([
      gunzipUrl({ ...options, signal: ended.signal }),
      new Promise<never>((_, reject) => {
        ended.signal.addEventListener("abort", () => reject(ended.signal.reason));
      }),
    ]);
    if (bytes.length > limits.maxBytes) throw tooLarge(limits);
    return bytes;
  } catch (cause) {
    const why = ended.signal.aborted ? ended.signal.reason : cause;
    const message = why instanceof Error ? why.message : String(why);
    throw new DatasetError("dataset_fetch", `${address}: ${message}${hint(message)}`, { cause });
  } finally {
    clearInterval(watch);
    ended.abort();
  }
}

function requestOptions(address: string): RequestOptions {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !["http:", "https:"].includes(url.protocol))
    throw new DatasetError("dataset_refused", `"${address}" is not an http: or https: address`);
  if (url.username !== "" || url.password !== "")
    throw new DatasetError(
      "dataset_refused",
      "an address with a user or password in it would be recorded; use one without",
    );
  const agent = url.protocol === "https:" ? httpsAgent : httpAgent;
  return { ...urlToHttpOptions(url), agent } as RequestOptions;
}

function watchLimits(limits: DownloadLimits, ended: AbortController): NodeJS.Timeout {
  const before = process.memoryUsage().arrayBuffers;
  const deadline = performance.now() + limits.timeout_s * 1000;
  return setInterval(() => {
    if (process.memoryUsage().arrayBuffers - before > limits.maxBytes + HEADROOM_BYTES)
      ended.abort(tooLarge(limits));
    if (performance.now() > deadline) ended.abort(new Error(`no whole answer within ${limits.timeout_s} s`));
  }, WATCH_MS);
}

const tooLarge = ({ maxBytes }: DownloadLimits) => new Error(`unpacks to more than ${maxBytes} bytes`);

/** zlib's and http's words, in the reader's. */
function hint(message: string): string {
  if (message.includes("incorrect header check"))
    return "; the answer is not gzip (an error page, or an address that moved)";
  if (message.includes("unexpected end of file")) return "; the answer is truncated";
  return "";
}
