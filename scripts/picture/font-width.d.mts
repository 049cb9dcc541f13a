import type { Page } from "playwright-core";

export interface FontWidth {
  readonly width: number;
}

export declare function fontWidth(tab: Page): Promise<FontWidth>;
