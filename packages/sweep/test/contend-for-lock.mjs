// One of several processes that take a folder's lock over from one another, all at the same time, as fast as
// they can. It plays many: each attempt is a separate process, alive while its file and this process are
// there. Arguments: the folder, the attempts. Prints one line of JSON: how often it got the lock, was refused
// it, and was not alone with it.
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { FolderLock } from "../dist/run/folder-lock.js";

const [folder = "", attempts = ""] = process.argv.slice(2);
const NUMBERS = 1_000_000;
const fileOf = (number) => join(folder, "alive", `${number}`);
const inside = join(folder, "inside");
let number = process.pid * NUMBERS;

function isAlive(other) {
  if (!existsSync(fileOf(other))) return false;
  try {
    process.kill(Math.floor(other / NUMBERS), 0);
    return true;
  } catch {
    return false; // killed, with whichever process it played
  }
}

function pause(ms) {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

const processes = {
  self: () => ({ pid: number, started: "now", machine: "this", namespace: "here" }),
  stateOf: ({ pid }) => {
    // Between looking at a lock and taking it over is when others do the same.
    pause(Math.random() * 0.3);
    return isAlive(pid) ? "running" : "gone";
  },
};

/** Whether no other living process holds the lock. */
function isAlone() {
  for (;;) {
    try {
      const fd = openSync(inside, "wx");
      writeSync(fd, `${number}`);
      closeSync(fd);
      pause(Math.random() * 0.2);
      return readFileSync(inside, "utf8") === `${number}`;
    } catch (error) {
      if (error.code !== "EEXIST") return false;
      // It was killed in here.
      if (isAlive(Number(readFileSync(inside, "utf8")))) return false;
      rmSync(inside);
    }
  }
}

const counts = { taken: 0, refused: 0, together: 0 };
while (!existsSync(join(folder, "begin"))) pause(1);
for (let i = 0; i < Number(attempts); i++) {
  number += 1;
  writeFileSync(fileOf(number), "");
  try {
    const lock = FolderLock.acquire(folder, { now: Date.now, notices: [], processes });
    counts.taken += 1;
    if (isAlone()) rmSync(inside);
    else counts.together += 1;
    // Most die and leave the lock to be taken over; some give it back.
    if (Math.random() < 0.2) lock.release();
  } catch (error) {
    if (error.code !== "run_busy") throw error;
    counts.refused += 1;
  }
  rmSync(fileOf(number));
}
// Without the timers of the locks it left.
process.stdout.write(`${JSON.stringify(counts)}\n`, () => process.exit());
