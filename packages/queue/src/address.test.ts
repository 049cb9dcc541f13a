import { describe, expect, it } from "vitest";
import { parseAddress } from "./address.js";

describe("the address of a broker", () => {
  it.each([
    ["redis://host", { host: "host", port: 6379, db: 0 }, "redis://host:6379"],
    [
      "redis://:p%2Fs%40s@host:1234/3",
      { host: "host", port: 1234, db: 3, password: "p/s@s" },
      "redis://host:1234/3",
    ],
    [
      "redis://me:50%@[::1]:6380",
      { host: "::1", port: 6380, db: 0, username: "me", password: "50%" },
      "redis://[::1]:6380",
    ],
    ["rediss://host", { host: "host", port: 6379, db: 0, tls: { servername: "host" } }, "rediss://host:6379"],
  ])("%s", (text, options, shown) => expect(parseAddress(text)).toEqual({ options, shown }));

  it.each([
    "",
    "secret",
    "host:6379",
    "http://:secret@host",
    "redis://:secret@",
    "redis://:se cret@ho st",
    "redis://:secret@host/x",
  ])("%j is none, and is not quoted", (text) => {
    expect(() => parseAddress(text)).toThrow(/the address of the queue/);
    expect(() => parseAddress(text)).not.toThrow(/secret|se cret/);
  });
});
