import { EXIT } from "./exit-code.js";

/** How long what is left open at a command's end keeps the process. */
const PATIENCE_MS = 500;

type Host = Pick<NodeJS.Process, "on" | "exit" | "stdout" | "stderr" | "exitCode">;

/**
 * Watches over the end of a process that runs one command, in which a plugin's code may run too (`replay`
 * trains with it). Where the process ends before the command does, its exit code is no success and no
 * verdict. Gives what is to be called at the command's end: what is left open then, such as a socket of a
 * plugin, keeps the process no longer than output is written.
 */
export function watchEnd(host: Host): () => void {
  let ended = false;
  host.on("exit", (code) => {
    // Signals end with more than 128, and what broke has been reported.
    if (ended || code === EXIT.usage || code > 128) return;
    host.stderr.write(
      "error: the process ended before its command did: code of a plugin ended it, or waits for something that cannot happen\n",
    );
    host.exitCode = EXIT.usage;
  });
  return () => {
    ended = true;
    setInterval(() => {
      if (host.stdout.writableLength === 0 && host.stderr.writableLength === 0) host.exit();
    }, PATIENCE_MS).unref();
  };
}
