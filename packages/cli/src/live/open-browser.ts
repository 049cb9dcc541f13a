import { spawn } from "node:child_process";

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [command: string, ...args: string[]]>>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};

/**
 * Opens an address in the user's browser: the command in `BROWSER`, else the system's. `BROWSER=none` opens
 * nothing. Calls `onFailure` on a machine without a browser, whose user has the printed address.
 */
export function openBrowser(address: string, onFailure: (why: string) => void): void {
  const { BROWSER } = process.env;
  if (BROWSER === "none") return;
  const [command, ...args] = BROWSER ? [BROWSER] : (OPENERS[process.platform] ?? ["xdg-open"]);
  const child = spawn(command, [...args, address], { stdio: "ignore", detached: true });
  child.on("error", ({ message }) => onFailure(`no browser was opened: ${message}`));
  child.unref();
}
