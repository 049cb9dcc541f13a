import { z } from "zod";

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };
const BYTES: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 1024,
  MiB: 1_048_576,
  GiB: 1_073_741_824,
  TiB: 1_099_511_627_776,
};

/** A duration in seconds: a text such as `90s`, `30m`, `1h30m`; a number without its unit could be any. */
export const duration: z.ZodType<number> = text(
  SECONDS,
  "expected a duration with its unit, such as 90s, 30m or 1h30m",
);

/** A size in bytes: a number of bytes, or a text such as `2GiB` or `500MB`. */
export const bytes: z.ZodType<number> = quantity(BYTES, "expected a size such as 2GiB or 500MB");

/** A fraction: a number, or percentage points such as `0.5pp`. */
export const fraction: z.ZodType<number> = quantity(
  { pp: 0.01 },
  "expected a fraction such as 0.005 or 0.5pp",
);

/** Seconds of a duration such as `1h30m`; undefined for any other text. */
export function parseDuration(given: string): number | undefined {
  return duration.safeParse(given).data;
}

/** Bytes of a size such as `2GiB`; undefined for any other text. */
export function parseBytes(given: string): number | undefined {
  const isPlain = /^[1-9]\d{0,15}$/.test(given);
  return bytes.safeParse(isPlain ? Number(given) : given).data;
}

/** A number, or a text with units. */
function quantity(units: Readonly<Record<string, number>>, message: string): z.ZodType<number> {
  return z.union([z.number().positive(), text(units, message)], message);
}

/** A text of amounts with their units, as their sum. */
function text(units: Readonly<Record<string, number>>, message: string): z.ZodType<number> {
  const names = Object.keys(units).join("|");
  const whole = new RegExp(`^(?:\\d+(?:\\.\\d+)?(?:${names}))+$`);
  const part = new RegExp(`(\\d+(?:\\.\\d+)?)(${names})`, "g");
  return z
    .string(message)
    .regex(whole, message)
    .meta({ title: "text with its unit", pattern: whole.source.replace("^", "^(?=.*[1-9])") })
    .transform((given) => {
      let sum = 0;
      for (const [, amount, unit] of given.matchAll(part))
        sum += scaled(Number(amount), units[unit ?? ""] ?? 0);
      return sum;
    })
    .refine((sum) => sum > 0, "must be more than 0");
}

/** A product rounded to 12 digits, so that 0.5pp is 0.005. */
function scaled(amount: number, unit: number): number {
  return Number((amount * unit).toPrecision(12));
}
