import type { AuditReport } from "@actbench/core/internal";

const WORDS = { ok: "ok", note: "note", failed: "FAILED", skipped: "-" } as const;

/** An audit as lines: a verdict, then each check with what was found, and the next step of what failed. */
export function auditText({ name, passed, checks }: AuditReport): string {
  const lines = checks.flatMap(({ name: check, status, message, hint }) => [
    `  ${WORDS[status].padEnd(6)}  ${check.padEnd(10)}  ${message}`,
    ...(hint === undefined ? [] : [`${" ".repeat(22)}${hint}`]),
  ]);
  return [`${name}: ${passed ? "passed" : "failed"}`, ...lines].join("\n");
}
