import type { Browser } from "playwright-core";
import type { RunName } from "./runs.mjs";

export declare const SCHEMES: readonly ["light", "dark"];
export declare function takePictures(
  browser: Browser,
  pages: Readonly<Partial<Record<RunName, URL>>>,
  take: (name: string, png: Uint8Array) => void,
): Promise<void>;
