import type { LoadedCode } from "../activation/activation.js";
import type { AuditHost } from "./audit-host.js";
import { type AuditCheck, type AuditReport, auditReport } from "./audit-report.js";
import type { AuditSubject } from "./audit-subject.js";
import { checkExtremes } from "./check-extremes.js";
import { checkKinks } from "./check-kinks.js";
import { checkNan } from "./check-nan.js";
import { checkPoles } from "./check-poles.js";
import { checkPurity } from "./check-purity.js";
import { checkSlopes } from "./check-slopes.js";

/** Most nanoseconds that one call of value and one of slope may take together. */
const SLOWEST_NS = 2000;
const CALLS = 64;
const ROUNDS = 15;
const WARM_UP_S = 0.1;

/** Audits an activation that is code. What its functions throw is a failed check; an endless loop hangs. */
export function auditCode(activation: LoadedCode, host: AuditHost): AuditReport {
  const subject = subjectOfFunctions(activation);
  const speed = attempt("speed", () => checkFunctionSpeed(subject, host));
  const checks = [
    ["slope", checkSlopes],
    ["kinks", checkKinks],
    ["extremes", checkExtremes],
    ["poles", checkPoles],
    ["nan", checkNan],
    ["purity", checkPurity],
  ] as const;
  return auditReport(activation.name, [
    ...checks.map(
      ([name, check]): AuditCheck =>
        speed.status === "failed"
          ? { name, status: "skipped", message: "not before speed is right" }
          : attempt(name, () => check(subject)),
    ),
    {
      name: "dead",
      status: "note",
      message: "a unit whose slope is exactly 0 on every example: nothing can be derived from code",
    },
    { name: "vector", status: "skipped", message: "code has no vector form" },
    speed,
  ]);
}

/** A function's result that is not a number. */
class NoNumber extends Error {}

function subjectOfFunctions({ params: defined, functions, at_kink }: LoadedCode): AuditSubject {
  const { value, slope, kinks } = functions;
  const params = Object.fromEntries(defined.map((param) => [param.name, param.default]));
  const numberFrom = (what: "value" | "slope", x: number): number => {
    const got: unknown = what === "value" ? value(x, params) : slope(x, params);
    if (typeof got === "number") return got;
    throw new NoNumber(`${what}(${x}) is ${describe(got)}; a number is expected`);
  };
  return {
    inputs: 1,
    inputNames: ["x"],
    kinks,
    at_kink,
    derived: false,
    suspects: [],
    value: ([x = 0]) => numberFrom("value", x),
    slope: ([x = 0]) => numberFrom("slope", x),
    trained: [],
  };
}

function attempt(name: AuditCheck["name"], check: () => AuditCheck): AuditCheck {
  try {
    return check();
  } catch (error) {
    const message =
      error instanceof NoNumber
        ? error.message
        : `the code threw ${error instanceof Error ? `${error.name}: ${error.message}` : describe(error)}; a number is expected for every input`;
    return { name, status: "failed", message, hint: "return a number for every x, also for NaN" };
  }
}

/** The fastest of some rounds, so that a busy moment is no fault of the code, after V8 has compiled it. */
function checkFunctionSpeed(subject: AuditSubject, host: AuditHost): AuditCheck {
  const round = (): void => {
    for (let i = 0; i < CALLS; i++) {
      const point = [(i - CALLS / 2) / 8];
      subject.value(point);
      subject.slope(point, 0);
    }
  };
  for (const end = host.now() + WARM_UP_S; host.now() < end; ) round();
  let fastest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ROUNDS; i++) {
    const start = host.now();
    round();
    fastest = Math.min(fastest, ((host.now() - start) * 1e9) / CALLS);
  }
  const measured = `${fastest.toFixed(0)} ns for a value and its slope`;
  if (fastest <= SLOWEST_NS) return { name: "speed", status: "ok", message: measured };
  return {
    name: "speed",
    status: "failed",
    message: `${measured}; at most ${SLOWEST_NS} ns is expected: an epoch of MNIST calls it about 20 million times`,
    hint: "give a formula instead, or precompute what does not depend on x",
  };
}

function describe(value: unknown): string {
  return typeof value === "string"
    ? JSON.stringify(value)
    : `${value === null ? "" : typeof value} ${String(value)}`.trim();
}
