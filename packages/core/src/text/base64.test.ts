import { expect, it } from "vitest";
import { base64, fromBase64 } from "./base64.js";

it("agrees with Buffer at every length and comes back", () => {
  for (let length = 0; length < 50; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length * 11) & 255);
    const text = Buffer.from(bytes).toString("base64");
    expect(base64(bytes)).toBe(text);
    expect(fromBase64(text)).toEqual(bytes);
  }
});

it("refuses what is not base64", () => {
  for (const text of ["a", "ab=c", "<b>=", "abc", "====" + "a"]) expect(fromBase64(text)).toBeUndefined();
});
