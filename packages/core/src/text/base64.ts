const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base64 with padding (RFC 4648 §4). */
export function base64(bytes: Uint8Array): string {
  let out = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(i, i + 3);
    const word = (a << 16) | (b << 8) | c;
    const left = bytes.length - i;
    out += DIGITS.charAt(word >> 18) + DIGITS.charAt((word >> 12) & 63);
    out += left > 1 ? DIGITS.charAt((word >> 6) & 63) : "=";
    out += left > 2 ? DIGITS.charAt(word & 63) : "=";
  }
  return out;
}

/** The bytes of a base64 text; undefined where it is not one. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let i = 0, o = 0; i < text.length; i += 4) {
    let word = 0;
    for (let k = 0; k < 4; k++) word = (word << 6) | Math.max(0, DIGITS.indexOf(text.charAt(i + k)));
    for (let k = 16; k >= 0 && o < bytes.length; k -= 8) bytes[o++] = (word >> k) & 255;
  }
  return bytes;
}
