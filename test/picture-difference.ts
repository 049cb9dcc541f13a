import type { Page } from "playwright-core";

/** How two pictures differ. */
export interface PictureDifference {
  readonly widths: readonly [a: number, b: number];
  readonly heights: readonly [a: number, b: number];
  /** Pixels of the common area in which a channel differs by more than `by`. */
  readonly pixels: number;
  /** The same as a share of all. */
  readonly share: number;
  /** The share of pixels of the first that differ so from its background. */
  readonly ink: number;
}

/**
 * Compares two PNGs in a tab, which decodes them. With `blocks` above 1 it compares means over squares of
 * this many pixels, in which the form of letters does not count.
 */
export function pictureDifference(
  tab: Page,
  pictures: readonly [a: Uint8Array, b: Uint8Array],
  { by, blocks = 1 }: { readonly by: number; readonly blocks?: number },
): Promise<PictureDifference> {
  const texts = pictures.map((bytes) => Buffer.from(bytes).toString("base64"));
  return tab.evaluate(
    async ({ texts, by, blocks }) => {
      const decoded = await Promise.all(
        texts.map(async (text) => {
          const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
          return createImageBitmap(new Blob([bytes], { type: "image/png" }));
        }),
      );
      const width = Math.floor(Math.min(...decoded.map((one) => one.width)) / blocks);
      const height = Math.floor(Math.min(...decoded.map((one) => one.height)) / blocks);
      const [a, b] = decoded.map((picture) => {
        const pen = new OffscreenCanvas(width, height).getContext("2d");
        if (pen === null) throw new Error("the browser draws nothing");
        pen.imageSmoothingQuality = "high";
        const [w, h] = [width * blocks, height * blocks];
        pen.drawImage(picture, 0, 0, w, h, 0, 0, width, height);
        return pen.getImageData(0, 0, width, height).data;
      });
      const [first, second] = decoded;
      const corner = new OffscreenCanvas(1, 1).getContext("2d");
      // Inside the border of a card.
      if (first !== undefined) corner?.drawImage(first, 2, 2, 1, 1, 0, 0, 1, 1);
      const background = corner?.getImageData(0, 0, 1, 1).data;
      let [pixels, drawn] = [0, 0];
      for (let i = 0; i < width * height; i++) {
        const far = (other: (k: number) => number | undefined): boolean =>
          [0, 1, 2].some((k) => Math.abs((a?.[4 * i + k] ?? 0) - (other(k) ?? 0)) > by);
        if (far((k) => b?.[4 * i + k])) pixels++;
        if (far((k) => background?.[k])) drawn++;
      }
      return {
        widths: [first?.width ?? 0, second?.width ?? 0] as const,
        heights: [first?.height ?? 0, second?.height ?? 0] as const,
        pixels,
        share: pixels / (width * height),
        ink: drawn / (width * height),
      };
    },
    { texts, by, blocks },
  );
}
