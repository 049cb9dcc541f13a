import type { ValueFlag } from "../command/flag.js";
import { UsageError } from "../usage-error.js";

/** The variable that holds the address of the queue: unlike a flag, it is not in the list of processes. */
const QUEUE_VARIABLE = "ACTBENCH_QUEUE";

/** `--queue` or `--queue redis://:PASSWORD@HOST:PORT`. */
export function queueFlag(describe: string): ValueFlag<string> {
  return {
    kind: "value",
    describe: `${describe}; default address: ${QUEUE_VARIABLE}`,
    placeholder: "[redis://HOST]",
    expects: "the address of a queue",
    bare: { value: QUEUE_VARIABLE, takes: isAddress },
    parse: (text) => text,
  };
}

/** The address of the queue that a flag names, or the variable. Throws a `UsageError` where there is none. */
export function queueAddress(flag: string | undefined): string {
  if (flag !== undefined && flag !== QUEUE_VARIABLE) return flag;
  const address = process.env[QUEUE_VARIABLE];
  if (address !== undefined && address !== "") return address;
  throw new UsageError(
    `no queue was given, and ${QUEUE_VARIABLE} is not set`,
    `export ${QUEUE_VARIABLE}=redis://:PASSWORD@HOST:6379, or rediss:// for TLS`,
  );
}

/** A command line that may be printed: `--queue` without its address, which holds a password. */
export function withoutAddress(argv: readonly string[]): readonly string[] {
  return argv
    .filter((word, i) => !(argv[i - 1] === "--queue" && isAddress(word)))
    .map((word) => (word.startsWith("--queue=") ? "--queue" : word));
}

function isAddress(word: string): boolean {
  return /^\w+:\/\/|^rediss?:/i.test(word);
}
