import { Buffer } from "node:buffer";
import { readSync } from "node:fs";

/** A line of a file; `ended` says whether a line feed follows it. */
export interface FileLine {
  /** 1-based. */
  readonly line: number;
  /** Bytes from the file's start. */
  readonly offset: number;
  /** Without the line feed; cut off at `maxBytes`. Valid until the next line is read. */
  readonly bytes: Buffer;
  readonly ended: boolean;
  readonly tooLong: boolean;
}

const CHUNK_BYTES = 1 << 20;

/** The lines of an open file, read in chunks so that a file larger than memory can be walked. */
export function* fileLines(fd: number, maxBytes: number): Generator<FileLine> {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let parts: Buffer[] = [];
  let held = 0;
  let offset = 0;
  let position = 0;
  let line = 1;
  const take = (part: Buffer): void => {
    const room = maxBytes - Math.min(held, maxBytes);
    if (room > 0) parts.push(Buffer.from(part.subarray(0, room)));
    held += part.length;
  };
  const emit = (bytes: Buffer, length: number, ended: boolean): FileLine => {
    const result = { line, offset, bytes, ended, tooLong: length > maxBytes };
    offset += length + 1;
    line += 1;
    return result;
  };
  for (;;) {
    const read = readSync(fd, chunk, 0, CHUNK_BYTES, position);
    if (read === 0) break;
    position += read;
    let start = 0;
    for (;;) {
      const end = chunk.subarray(0, read).indexOf(10, start);
      if (end === -1) break;
      const part = chunk.subarray(start, end);
      start = end + 1;
      if (held === 0) {
        // Most lines lie within one chunk and need no copy.
        yield emit(part.subarray(0, maxBytes), part.length, true);
        continue;
      }
      take(part);
      const [whole, length] = [Buffer.concat(parts), held];
      parts = [];
      held = 0;
      yield emit(whole, length, true);
    }
    if (start < read) take(chunk.subarray(start, read));
  }
  if (held > 0) yield emit(Buffer.concat(parts), held, false);
}
