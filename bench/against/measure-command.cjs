// Loaded before a command: tells its parent, at its exit, what the whole process has taken.
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  const { maxRSS } = process.resourceUsage();
  process.send?.({ seconds: (user + system) / 1e6, peakBytes: maxRSS * 1024 });
});
process.channel?.unref();
