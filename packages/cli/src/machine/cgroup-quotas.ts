import { posix } from "node:path";

const V2_ROOTS = ["/sys/fs/cgroup", "/sys/fs/cgroup/unified"];
const V1_ROOTS = ["/sys/fs/cgroup/cpu", "/sys/fs/cgroup/cpu,cpuacct"];

/**
 * The CPU quotas that hold for this process, `"<quota> <period>"` each, as `cpu.max` writes them: of its
 * control group and of all above it, in version 1 and 2. `read` gives a file's text, empty where there is
 * none. A group's path may be one of another mount, as in some containers: what is there of its ancestors
 * counts all the same.
 */
export function cgroupQuotas(read: (path: string) => string): readonly string[] {
  const groups = read("/proc/self/cgroup").split("\n").map(parseGroup);
  const v2 = groups.filter(({ controllers }) => controllers === "").flatMap(({ path }) => ancestors(path));
  const v1 = groups
    .filter(({ controllers }) => controllers.split(",").includes("cpu"))
    .flatMap(({ path }) => ancestors(path));
  const quotas = [
    ...V2_ROOTS.flatMap((root) => v2.map((path) => read(posix.join(root, path, "cpu.max")))),
    ...V1_ROOTS.flatMap((root) =>
      v1.map((path) => {
        const quota = read(posix.join(root, path, "cpu.cfs_quota_us")).trim();
        return quota === "" ? "" : `${quota} ${read(posix.join(root, path, "cpu.cfs_period_us")).trim()}`;
      }),
    ),
  ];
  return quotas.map((quota) => quota.trim()).filter((quota) => quota !== "");
}

function parseGroup(line: string): { readonly controllers: string; readonly path: string } {
  const [, controllers = "none", ...path] = line.split(":");
  return { controllers, path: posix.normalize(`/${path.join(":")}`) };
}

/** A path and all above it, up to the root. */
function ancestors(path: string): readonly string[] {
  const parent = posix.dirname(path);
  return parent === path ? [path] : [path, ...ancestors(parent)];
}
