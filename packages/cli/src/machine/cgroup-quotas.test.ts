import { expect, it } from "vitest";
import { cgroupQuotas } from "./cgroup-quotas.js";

const quotas = (files: Readonly<Record<string, string>>) => cgroupQuotas((path) => files[path] ?? "");

it("a container's own limit, version 2", () => {
  expect(quotas({ "/proc/self/cgroup": "0::/\n", "/sys/fs/cgroup/cpu.max": "150000 100000\n" })).toEqual([
    "150000 100000",
  ]);
});

it("the limits of a service and of the slices above it", () => {
  expect(
    quotas({
      "/proc/self/cgroup": "0::/user.slice/job:7.scope\n",
      "/sys/fs/cgroup/user.slice/job:7.scope/cpu.max": "max 100000\n",
      "/sys/fs/cgroup/user.slice/cpu.max": "400000 100000\n",
    }),
  ).toEqual(["max 100000", "400000 100000"]);
});

it("version 1, where quota and period are two files, under either name of the mount", () => {
  const file = "9:name=systemd:/\n4:cpu,cpuacct:/batch/job\n0::/\n";
  for (const root of ["/sys/fs/cgroup/cpu", "/sys/fs/cgroup/cpu,cpuacct"])
    expect(
      quotas({
        "/proc/self/cgroup": file,
        [`${root}/batch/job/cpu.cfs_quota_us`]: "-1\n",
        [`${root}/batch/job/cpu.cfs_period_us`]: "100000\n",
        [`${root}/batch/cpu.cfs_quota_us`]: "100000\n",
        [`${root}/batch/cpu.cfs_period_us`]: "50000\n",
      }),
    ).toEqual(["-1 100000", "100000 50000"]);
});

it("a path of the host, which a container does not see: the mount's root counts", () => {
  expect(
    quotas({
      "/proc/self/cgroup": "0::/../../kubepods/pod1\n",
      "/sys/fs/cgroup/cpu.max": "200000 100000",
    }),
  ).toEqual(["200000 100000"]);
});

it("no control groups, no limit", () => {
  expect(quotas({})).toEqual([]);
});
