import type { Page } from "playwright-core";

export interface Renderer {
  readonly chromium: number;
  readonly width: number;
}

export declare function rendererOf(tab: Page): Promise<Renderer>;
