import type { ConfigError } from "@actbench/sweep";

/** By its code and not its class, whose package only commands that read sweep files load. */
export function isConfigError(error: unknown): error is ConfigError {
  return error instanceof Error && "code" in error && error.code === "config" && "problems" in error;
}
