import type { AuditCheck, AuditCheckName } from "./audit-report.js";
import type { AuditSubject } from "./audit-subject.js";
import { describePoint } from "./describe-point.js";
import { GUARD_HINT, POLE_HINT } from "./guard-hint.js";
import { extremePoints, isOrdinary, ORDINARY } from "./sample-points.js";

const MAX_F32 = 3.4028234663852886e38;
/** Pre-activations of this size are met where a training goes wrong, and often come back from there. */
const STEEP = 1000;
/** How near a point its neighbors are looked at. */
const BESIDE = 1e-6;

interface Finding {
  readonly what: string;
  readonly point: readonly number[];
  readonly got: number;
  /** The same at another point. */
  readonly at: (point: readonly number[]) => number;
}

/**
 * Value and slopes are numbers from −1e30 to 1e30. Within ±1e4 anything else is an error, also an infinity at
 * a single point; beyond, where f64 itself overflows between large numbers, it is a note, and so is growth
 * that leaves f32 within ±1000.
 */
export function checkExtremes(
  subject: AuditSubject,
  { name = "extremes", setting = "" }: { readonly name?: AuditCheckName; readonly setting?: string } = {},
): AuditCheck {
  const points = extremePoints(subject.inputs);
  const findings = points.flatMap((point) => looks(subject, point));
  const wrong = findings.filter(({ got }) => Number.isNaN(got));
  const infinite = findings.filter(standsAlone);
  const show = ({ what, point, got }: Finding): string =>
    `${what} at ${describePoint(subject, point)}${setting} is ${got}`;
  const [error] = [...wrong, ...infinite].filter(({ point }) => isOrdinary(point));
  if (error !== undefined)
    return {
      name,
      status: "failed",
      message: `${show(error)}; a number is expected for every finite input (${wrong.length + infinite.length} such places of ${points.length} points)`,
      hint: limitHint(error) ?? (Number.isNaN(error.got) ? GUARD_HINT : POLE_HINT),
    };
  const [far] = wrong;
  if (far !== undefined)
    return {
      name,
      status: "note",
      message: `numbers to ±${ORDINARY}; ${show(far)}, where parts of it overflow, as PyTorch's do`,
    };
  const steep = findings.filter(({ point, got }) => isSteep(point, got));
  const nearest = [...steep].sort((a, b) => sizeOf(a.point) - sizeOf(b.point))[0];
  const message = `numbers at ${points.length} points from -1e30 to 1e30`;
  if (nearest === undefined) return { name, status: "ok", message };
  return {
    name,
    status: "note",
    message: `${message}; but ${nearest.what} leaves f32 at ${describePoint(subject, nearest.point)}${setting}, where it is infinite in training`,
  };
}

/** Value and, if requested, slopes at a point; no slopes where the value is infinite. */
function looks(subject: AuditSubject, point: readonly number[]): readonly Finding[] {
  const look = (what: string, at: Finding["at"]): Finding => ({ what, point, got: at(point), at });
  const value = look("the value", (x) => subject.value(x));
  if (!Number.isFinite(value.got)) return [value];
  return [
    value,
    ...subject.inputNames.map((input, i) => look(`the slope in ${input}`, (x) => subject.slope(x, i))),
    ...subject.trained.map(({ name, slope }) => look(`the slope in ${name}`, slope)),
  ];
}

/** Whether something is infinite at a point but not next to it. */
function standsAlone(finding: Finding): boolean {
  const { got } = finding;
  return !Number.isFinite(got) && !Number.isNaN(got) && beside(finding).every(Number.isFinite);
}

function beside({ point, at }: Finding): readonly number[] {
  return [-1, 1].map((side) => at(point.map((x) => x + side * BESIDE * (1 + Math.abs(x)))));
}

/** Where a value is missing between two that agree, their limit stands for it. */
function limitHint(finding: Finding): string | undefined {
  const { what, point, got } = finding;
  if (what !== "the value" || !Number.isNaN(got) || point.length > 1) return undefined;
  const [left = Number.NaN, right = Number.NaN] = beside(finding);
  if (!(Math.abs(left - right) < 1e-4 * (1 + Math.abs(left)))) return undefined;
  const limit = Number(((left + right) / 2).toPrecision(6)) + 0;
  return `its limit there is ${limit}: write x == ${(point[0] ?? 0) + 0} ? ${limit} : …`;
}

function sizeOf(point: readonly number[]): number {
  return Math.max(...point.map(Math.abs));
}

function isSteep(point: readonly number[], got: number): boolean {
  return Math.abs(got) > MAX_F32 && sizeOf(point) <= STEEP;
}
