import type { Json, StudyPoint, StudyRecord } from "@actbench/core/internal";

/** What a heat map runs along: an axis of the study, or one side of it. */
export interface HeatAxis {
  readonly name: string;
  readonly values: readonly Json[];
  read(point: StudyPoint): Json | undefined;
}

/**
 * The axes of a study; if all hidden layers of a network have the same width, depth and width replace the
 * list of widths.
 */
export function heatAxes({ axes, points }: Pick<StudyRecord, "axes" | "points">): readonly HeatAxis[] {
  return axes.flatMap(({ name, values }): readonly HeatAxis[] => {
    const own = { name, values, read: ({ settings }: StudyPoint) => settings[name] };
    return name === "model.hidden" ? (shapeAxes(points) ?? [own]) : [own];
  });
}

/** Depth and width, where both vary and every network has layers of one width. */
function shapeAxes(points: readonly StudyPoint[]): readonly HeatAxis[] | undefined {
  const axis = (name: string, of: (hidden: readonly number[]) => number | undefined): HeatAxis => {
    const read = ({ spec }: StudyPoint): number | undefined => of(spec.model.hidden);
    const values = [...new Set(points.flatMap((point) => read(point) ?? []))].sort((a, b) => a - b);
    return { name, values, read };
  };
  const isEven = points.every(({ spec: { model } }) => new Set(model.hidden).size === 1);
  const both = [axis("depth", ({ length }) => length), axis("width", ([width]) => width)];
  return isEven && both.every(({ values }) => values.length > 1) ? both : undefined;
}
