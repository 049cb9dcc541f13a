import { Writable } from "node:stream";

/** A stream that remembers what was written to it, as a terminal or as a pipe. */
export interface FakeStream extends NodeJS.WriteStream {
  text(): string;
}

/** An in-memory stand-in for stdout or stderr. */
export function fakeStream({ isTTY }: { readonly isTTY: boolean }): FakeStream {
  let written = "";
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk, _encoding, done) => {
      written += String(chunk);
      done();
    },
  });
  return Object.assign(stream, { isTTY, columns: 80, text: () => written }) as unknown as FakeStream;
}
