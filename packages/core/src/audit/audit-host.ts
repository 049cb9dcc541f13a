/** What an audit gets from where it runs. */
export interface AuditHost {
  /** Monotonic seconds; only the speed class depends on it. */
  now(): number;
}
