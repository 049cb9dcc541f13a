import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { ROOT } from "./root.mjs";

const ROOMS = ["core", "datasets", "workers", "sweep", "report", "queue", "cli"];
const SHARED = ["pnpm-lock.yaml", "tsconfig.base.json", "turbo.json", "scripts/bundle.mjs"];
const NOTE_FOLDER = `${ROOT}node_modules/.cache/actbench`;
const NOTE = `${NOTE_FOLDER}/built`;

/** What a build leaves at least; the last one is the command line. */
export const BUILT = [
  ...ROOMS.map((room) => `packages/${room}/dist/index.bundle.js`),
  "packages/cli/dist/main.bundle.js",
];

/**
 * Whether the last build is of the files that are here now: of their sizes and times, since turbo takes a
 * second to say so.
 */
export function isBuilt() {
  return (
    BUILT.every((file) => existsSync(`${ROOT}${file}`)) &&
    existsSync(NOTE) &&
    readFileSync(NOTE, "utf8") === fingerprint()
  );
}

/** Notes that what is here now was built. */
export function noteBuilt() {
  mkdirSync(NOTE_FOLDER, { recursive: true });
  const own = `${NOTE}.${process.pid}`;
  writeFileSync(own, fingerprint());
  renameSync(own, NOTE);
}

function fingerprint() {
  const files = ROOMS.flatMap((room) => [
    `packages/${room}/package.json`,
    `packages/${room}/tsconfig.json`,
    ...readdirSync(`${ROOT}packages/${room}/src`, { recursive: true })
      .filter((file) => file.endsWith("ts"))
      .map((file) => `packages/${room}/src/${file}`),
  ]);
  const hash = createHash("sha256");
  for (const file of [...SHARED, ...files].sort()) {
    const { size, mtimeMs } = statSync(`${ROOT}${file}`);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}
