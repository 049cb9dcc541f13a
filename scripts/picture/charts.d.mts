import type { RunName } from "./runs.mjs";

export interface ChartPlace {
  readonly run: RunName;
  readonly selector: string;
  readonly click?: string;
  readonly width?: number;
}

export declare const CHARTS: Readonly<Record<string, ChartPlace>>;
