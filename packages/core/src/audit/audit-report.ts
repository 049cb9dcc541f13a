export type AuditCheckName =
  | "slope"
  | "kinks"
  | "extremes"
  | "poles"
  | "dead"
  | "parameters"
  | "nan"
  | "purity"
  | "vector"
  | "speed"
  | "known";

/** One thing looked at: what was found, or what is wrong and what to do. */
export interface AuditCheck {
  readonly name: AuditCheckName;
  /**
   * `note`: it can be trained with, and someone should know this of it. `skipped`: cannot be said of this
   * activation, or not until another check passes.
   */
  readonly status: "ok" | "note" | "failed" | "skipped";
  /** What was measured; of a failure what was asked, the value received and the value expected. */
  readonly message: string;
  /** The next step of a failure, what else can be done about a note. */
  readonly hint?: string;
}

/** What an audit found. */
export interface AuditReport {
  readonly name: string;
  /** Whether no check failed. */
  readonly passed: boolean;
  readonly checks: readonly AuditCheck[];
}

/** A report over checks. */
export function auditReport(name: string, checks: readonly AuditCheck[]): AuditReport {
  return { name, passed: checks.every(({ status }) => status !== "failed"), checks };
}
