import { QueueError } from "./queue-error.js";

/** Where a broker is. */
export interface Address {
  readonly options: {
    readonly host: string;
    readonly port: number;
    readonly db: number;
    readonly username?: string;
    readonly password?: string;
    readonly tls?: { readonly servername: string };
  };
  /** What may be printed: without user and password. */
  readonly shown: string;
}

const FORM = "expected redis://:PASSWORD@HOST:PORT, or rediss:// for TLS";

/**
 * Reads `redis://user:password@host:port/database`; `rediss://` is TLS. Throws a {@link QueueError} that does
 * not quote it.
 */
export function parseAddress(text: string): Address {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== "redis:" && url.protocol !== "rediss:") || url.hostname === "")
    throw new QueueError(
      "queue_address",
      `the address of the queue is invalid: ${FORM}`,
      "characters such as # / @ % of a password are written as %23 %2F %40 %25",
    );
  const database = /^\/(\d{1,5})?$/.exec(url.pathname === "" ? "/" : url.pathname);
  if (database === null)
    throw new QueueError(
      "queue_address",
      `the address of the queue has a path that is not a number: ${FORM}`,
    );
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const port = url.port === "" ? 6379 : Number(url.port);
  const db = Number(database[1] ?? 0);
  return {
    options: {
      host,
      port,
      db,
      ...(url.username === "" ? {} : { username: decode(url.username) }),
      ...(url.password === "" ? {} : { password: decode(url.password) }),
      ...(url.protocol === "rediss:" ? { tls: { servername: host } } : {}),
    },
    shown: `${url.protocol}//${url.hostname}:${port}${db === 0 ? "" : `/${db}`}`,
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone % is taken as it is.
    return text;
  }
}
