// Takes a folder's lock and says so, or how it was refused; keeps it until it is killed or its input ends.
// Argument: the folder.
import { FolderLock } from "../dist/run/folder-lock.js";

try {
  FolderLock.acquire(process.argv[2] ?? "", { now: Date.now, notices: [] });
  console.log("held");
  process.stdin.resume().on("end", () => process.exit());
} catch (error) {
  console.log(`${error.code}: ${error.message}`);
}
