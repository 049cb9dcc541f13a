import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { cspHash } from "./csp-hash.js";

it("is the base64 of the SHA-256 of the text as UTF-8", () => {
  for (const text of ["", "a", "alert(1)", "“é” 🧪"])
    expect(cspHash(text)).toBe(`'sha256-${createHash("sha256").update(text).digest("base64")}'`);
});
