import { expect, onTestFinished, test, vi } from "vitest";
import { idleTimer } from "./idle-timer.js";

test("an agent is idle when nothing has run for the time, also where a trial was refused meanwhile", () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let idle = 0;
  const timer = idleTimer(10, () => idle++);
  timer.note({ type: "started", id: "long" });
  timer.note({ type: "refused", id: "forged", why: "its id is another" });
  vi.advanceTimersByTime(60_000);
  expect(idle).toBe(0);
  timer.note({ type: "ended", id: "long", status: "completed" });
  vi.advanceTimersByTime(9_999);
  expect(idle).toBe(0);
  vi.advanceTimersByTime(1);
  expect(idle).toBe(1);
});
