import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";

const FILES = ["/etc/machine-id", "/var/lib/dbus/machine-id"] as const;

/**
 * Tells this machine from others without naming it, 16 hexadecimal digits: a hash of its id, which nobody can
 * guess, and of its name, as containers may share an image's id. Random for this process where the system has
 * no id.
 */
export function machineId(): string {
  const id = systemId();
  if (id === undefined) return randomBytes(8).toString("hex");
  return createHash("sha256").update(`actbench machine\n${id}\n${hostname()}`).digest("hex").slice(0, 16);
}

function systemId(): string | undefined {
  for (const file of FILES)
    try {
      const text = readFileSync(file, "latin1").trim();
      if (/^[0-9a-f]{32}$/.test(text)) return text;
    } catch {
      // The system has no such file.
    }
  return undefined;
}
