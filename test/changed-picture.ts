import type { Page } from "playwright-core";

/** A PNG with everything one pixel further right and down, or with nothing on its background. */
export async function changedPicture(
  tab: Page,
  picture: Uint8Array,
  change: "shifted" | "empty",
): Promise<Uint8Array> {
  const text = await tab.evaluate(
    async ({ text, change }) => {
      const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
      const decoded = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [decoded.width, decoded.height];
      const pen = canvas.getContext("2d");
      if (pen === null) throw new Error("the browser draws nothing");
      pen.drawImage(decoded, 0, 0);
      if (change === "shifted") pen.drawImage(decoded, 1, 1);
      // One pixel of the background, inside the border of a card, over all.
      else pen.drawImage(decoded, 2, 2, 1, 1, 0, 0, canvas.width, canvas.height);
      return canvas.toDataURL("image/png").split(",")[1] ?? "";
    },
    { text: Buffer.from(picture).toString("base64"), change },
  );
  return Buffer.from(text, "base64");
}
