import { Redis } from "ioredis";
import { parseAddress } from "./address.js";
import { QueueError } from "./queue-error.js";

/** All keys and channels begin with it. */
export const PREFIX = "actbench";
/** The oldest Redis that is known to work. */
const MIN_VERSION = [6, 2] as const;
const MAX_DELAY_MS = 5_000;
const AWAY_REMARK_MS = 60_000;
const CLOSE_MS = 2_000;

/** What the broker says of itself, where that decides whether it can be used. */
export interface BrokerFacts {
  readonly version: string;
  readonly policy: string;
  readonly usedBytes: number;
  readonly appendOnly: boolean;
  readonly snapshots: boolean;
}

/**
 * The connections to a broker: one for commands, one that listens. Once opened, they outlive the broker's
 * absence.
 */
export class Broker {
  readonly client: Redis;
  readonly shown: string;
  readonly #ear: Redis;
  readonly #listeners = new Map<string, (message: string) => void>();
  readonly #onRemark: (text: string) => void;
  /** The broker's clock less ours, milliseconds. */
  #skew = 0;
  #isOpen = false;
  #awayTimer: NodeJS.Timeout | undefined;

  private constructor(address: string, onRemark: (text: string) => void) {
    const { options, shown } = parseAddress(address);
    this.shown = shown;
    this.#onRemark = onRemark;
    const settings = {
      ...options,
      replyMapping: "legacy" as const,
      lazyConnect: true,
      // Commands wait for a broker that is away.
      maxRetriesPerRequest: null,
      retryStrategy: (times: number) => (this.#isOpen ? Math.min(100 * times, MAX_DELAY_MS) : null),
    };
    this.client = new Redis(settings);
    this.#ear = new Redis({ ...settings, enableReadyCheck: false });
    this.#ear.on("message", (channel: string, message: string) => this.#listeners.get(channel)?.(message));
    // Messages may be lost; `client` says that the broker is away.
    this.#ear.on("error", () => undefined);
  }

  /**
   * Connects and checks that the broker keeps what it is given; rejects with a {@link QueueError} where it
   * cannot be used.
   */
  static async open(address: string, onRemark: (text: string) => void = () => {}): Promise<Broker> {
    const broker = new Broker(address, onRemark);
    try {
      await broker.#connect();
      return broker;
    } catch (error) {
      broker.client.disconnect();
      broker.#ear.disconnect();
      throw error;
    }
  }

  async #connect(): Promise<void> {
    let cause = "the connection was closed";
    const onError = ({ message }: Error): void => {
      cause = message;
    };
    this.client.on("error", onError);
    try {
      await this.client.connect();
      await this.#ear.connect();
    } catch {
      // The rejection says only that the connection is closed.
      throw new QueueError("queue_unreachable", `the queue at ${this.shown}: ${cause}`, hintOf(cause));
    }
    checkFit(this.shown, await this.facts());
    await this.#readClock();
    this.client.off("error", onError);
    this.client.on("error", () => undefined);
    this.client.on("close", () => this.#isAway());
    this.client.on("ready", () => this.#isBack());
    this.#isOpen = true;
  }

  async facts(): Promise<BrokerFacts> {
    return command(this.shown, async () => factsOf(await this.client.info()));
  }

  /** Milliseconds since 1970 by the broker's clock, which all machines share. */
  now(): number {
    return Date.now() + this.#skew;
  }

  /** Calls back for each message of a channel; one listener a channel. */
  async listen(channel: string, listener: (message: string) => void): Promise<void> {
    this.#listeners.set(channel, listener);
    await this.#ear.subscribe(channel);
  }

  /** Sends to whoever listens. Messages may be lost: they only make things faster. */
  tell(channel: string, message: object): void {
    if (this.client.status !== "ready") return;
    this.client.publish(channel, JSON.stringify(message)).catch(() => undefined);
  }

  /** A connection of its own, for what blocks. */
  duplicate(): Redis {
    return this.client.duplicate({ lazyConnect: false });
  }

  async close(): Promise<void> {
    this.#isOpen = false;
    clearInterval(this.#awayTimer);
    await inTime(Promise.allSettled([this.client.quit(), this.#ear.quit()]), CLOSE_MS);
    this.client.disconnect();
    this.#ear.disconnect();
  }

  async #readClock(): Promise<void> {
    const [seconds, microseconds] = await this.client.time();
    this.#skew = Number(seconds) * 1000 + Number(microseconds) / 1000 - Date.now();
  }

  #isAway(): void {
    if (!this.#isOpen || this.#awayTimer !== undefined) return;
    const since = Date.now();
    this.#onRemark(`the queue at ${this.shown} is unreachable: waiting for it; running trials continue`);
    this.#awayTimer = setInterval(() => {
      const minutes = Math.round((Date.now() - since) / 60_000);
      this.#onRemark(`the queue at ${this.shown} has been unreachable for ${minutes} min`);
    }, AWAY_REMARK_MS);
    this.#awayTimer.unref();
  }

  #isBack(): void {
    if (this.#awayTimer === undefined) return;
    clearInterval(this.#awayTimer);
    this.#awayTimer = undefined;
    this.#onRemark(`the queue at ${this.shown} is back`);
  }
}

/**
 * Runs a command of the broker. An error of the client holds the command, and with it perhaps a password:
 * only its message is kept.
 */
export async function command<T>(shown: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof QueueError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new QueueError("queue_refused", `the queue at ${shown} refused a command: ${message}`);
  }
}

/** What a promise gives, or undefined after this long. */
export async function inTime<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function factsOf(info: string): BrokerFacts {
  const facts = new Map(
    info.split(/\r?\n/).map((line) => {
      const at = line.indexOf(":");
      return [line.slice(0, at), line.slice(at + 1)];
    }),
  );
  return {
    version: facts.get("redis_version") ?? "unknown",
    policy: facts.get("maxmemory_policy") ?? "unknown",
    usedBytes: Number(facts.get("used_memory") ?? 0),
    appendOnly: facts.get("aof_enabled") === "1",
    snapshots: Number(facts.get("rdb_last_save_time") ?? 0) > 0 && facts.get("rdb_saves") !== "0",
  };
}

function checkFit(shown: string, { version, policy }: BrokerFacts): void {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major < MIN_VERSION[0] || (major === MIN_VERSION[0] && minor < MIN_VERSION[1]))
    throw new QueueError(
      "queue_unfit",
      `the queue at ${shown} is Redis ${version}; actbench needs ${MIN_VERSION.join(".")} or newer`,
    );
  if (policy !== "noeviction")
    throw new QueueError(
      "queue_unfit",
      `the queue at ${shown} has maxmemory-policy ${policy}: when its memory is full it would delete trials`,
      "start it with --maxmemory-policy noeviction, or: redis-cli config set maxmemory-policy noeviction",
    );
}

function hintOf(cause: string): string | undefined {
  if (/NOAUTH|WRONGPASS|invalid password/i.test(cause))
    return "check the password: redis://:PASSWORD@HOST:PORT in ACTBENCH_QUEUE";
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH/.test(cause))
    return "start it (redis-server), or check host and port";
  if (/certificate|self.signed/i.test(cause)) return "give the certificate authority in NODE_EXTRA_CA_CERTS";
  if (/ECONNRESET|ETIMEDOUT|wrong version|closed/i.test(cause))
    return "the address begins with rediss:// for a broker with TLS, and with redis:// without";
  return undefined;
}
