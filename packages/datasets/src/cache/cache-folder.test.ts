import { homedir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cacheFolder } from "./cache-folder.js";

it("prefers ACTBENCH_CACHE, then the XDG folder, then the home folder", () => {
  expect(cacheFolder({ ACTBENCH_CACHE: "/a", XDG_CACHE_HOME: "/x" })).toBe("/a");
  expect(cacheFolder({ XDG_CACHE_HOME: "/x" })).toBe(join("/x", "actbench"));
  expect(cacheFolder({ ACTBENCH_CACHE: "", XDG_CACHE_HOME: "not/absolute" })).toBe(
    join(homedir(), ".cache", "actbench"),
  );
});
