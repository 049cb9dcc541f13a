import {
  exactly,
  list,
  number,
  objectOf,
  optional,
  type Shape,
  size,
  text,
  truth,
  wholeFrom,
} from "../shape/shape.js";
import type { SpeedGroup, SpeedLane, SpeedRound, SpeedSubject } from "./speed.js";
import { machineShape } from "./study-shape.js";

const rounds = list(objectOf<SpeedRound>({ p50_ns: size, mad_ns: size, n: wholeFrom(1) }));

/** A group of networks that isolated timing measured turn by turn. */
export const speedGroupShape: Shape<SpeedGroup> = objectOf<SpeedGroup>({
  network: text,
  baseline: text,
  others: list(number),
  subjects: list(
    objectOf<SpeedSubject>({
      id: text,
      activation: text,
      twin: truth,
      flat: truth,
      step: rounds,
      forward: optional(rounds),
      backward: optional(rounds),
    }),
  ),
});

const head = {
  format: exactly(1),
  created: text,
  version: text,
  engine: wholeFrom(1),
  machine: machineShape,
  kernels: optional(text),
} as const;

/** What isolated timing measured, but for its groups. */
export const speedHeadShape: Shape<Omit<SpeedLane, "groups">> = objectOf<Omit<SpeedLane, "groups">>(head);

/** What isolated timing measured. */
export const speedShape: Shape<SpeedLane> = objectOf<SpeedLane>({ ...head, groups: list(speedGroupShape) });
