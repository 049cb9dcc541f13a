const POLYNOMIAL = 0x82f63b78; // Castagnoli, reflected

/**
 * `TABLE[256 k + byte]`: what a byte adds to the sum when k further bytes follow it in its group of eight.
 */
const TABLE = slicingTable(8);

/**
 * CRC-32C (RFC 3720) as an unsigned number; pass an earlier result to continue it over more bytes. Eight
 * bytes at a time (slicing-by-8, Kounavis and Berry 2005): a journal may hold gigabytes.
 */
export function crc32c(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  let i = 0;
  // Written out: a function for each access is twice as slow, since Buffer and Int32Array meet in it.
  for (; i + 8 <= bytes.length; i += 8) {
    crc ^=
      (bytes[i] as number) |
      ((bytes[i + 1] as number) << 8) |
      ((bytes[i + 2] as number) << 16) |
      ((bytes[i + 3] as number) << 24);
    crc =
      (TABLE[1792 + (crc & 255)] as number) ^
      (TABLE[1536 + ((crc >>> 8) & 255)] as number) ^
      (TABLE[1280 + ((crc >>> 16) & 255)] as number) ^
      (TABLE[1024 + (crc >>> 24)] as number) ^
      (TABLE[768 + (bytes[i + 4] as number)] as number) ^
      (TABLE[512 + (bytes[i + 5] as number)] as number) ^
      (TABLE[256 + (bytes[i + 6] as number)] as number) ^
      (TABLE[bytes[i + 7] as number] as number);
  }
  for (; i < bytes.length; i++) crc = (TABLE[(crc ^ (bytes[i] as number)) & 255] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}

function slicingTable(slices: number): Int32Array {
  const table = new Int32Array(256 * slices);
  for (let byte = 0; byte < 256; byte++) {
    let rest = byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1;
    table[byte] = rest;
  }
  for (let i = 256; i < table.length; i++) {
    const before = table[i - 256] as number;
    table[i] = (table[before & 255] as number) ^ (before >>> 8);
  }
  return table;
}
