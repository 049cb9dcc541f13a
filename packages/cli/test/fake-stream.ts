import { Writable } from "node:stream";

/** A stream that remembers what was written to it, as a terminal or as a pipe. */
export interface FakeStream extends NodeJS.WriteStream {
  text(): string;
}

/** An in-memory stand-in for stdout or stderr; `onWrite` receives everything written so far. */
export function fakeStream({
  isTTY,
  onWrite,
}: {
  readonly isTTY: boolean;
  readonly onWrite?: (text: string) => void;
}): FakeStream {
  let written = "";
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk, _encoding, done) => {
      written += String(chunk);
      onWrite?.(written);
      done();
    },
  });
  return Object.assign(stream, { isTTY, columns: 80, text: () => written }) as unknown as FakeStream;
}
