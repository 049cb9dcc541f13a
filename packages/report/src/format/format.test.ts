import { expect, it } from "vitest";
import {
  formatBytes,
  formatCount,
  formatDifference,
  formatInteger,
  formatMetric,
  formatNumber,
  formatPercent,
  shorten,
} from "./format.js";

it("never rounds a small rate to 0 or a large one to 100", () => {
  expect(formatPercent(0, 1)).toBe("0.0 %");
  expect(formatPercent(1, 1)).toBe("100.0 %");
  expect(formatPercent(0.0001, 1)).toBe("<0.1 %");
  expect(formatPercent(0.9999, 1)).toBe(">99.9 %");
  expect(formatPercent(0.97134, 2)).toBe("97.13 %");
});

it("shows a missing value as a dash", () => {
  expect(formatMetric("dead_rate", undefined)).toBe("–");
  expect(formatMetric("dead_rate", 0)).toBe("0.0 %");
});

it("writes numbers without noise", () => {
  expect([0.1 + 0.2, -0.00001234, 2.345678, 12345678].map((v) => formatNumber(v))).toEqual([
    "0.3",
    "−1.234e-5",
    "2.346",
    "1.235e7",
  ]);
  expect([298_100, 97_190, 20_000].map((v) => formatNumber(v))).toEqual(["2.981e5", "97190", "20000"]);
  expect([formatCount(182_432), formatCount(999_900), formatInteger(1234567)]).toEqual([
    "182k",
    "1M",
    "1,234,567",
  ]);
  expect([formatBytes(0), formatBytes(1024), formatBytes(3.5 * 2 ** 30)]).toEqual([
    "0 B",
    "1 KiB",
    "3.5 GiB",
  ]);
});

it("signs differences and has no negative zero", () => {
  expect(formatDifference("test_accuracy", 0.0123)).toBe("+1.23 pp");
  expect(formatDifference("test_accuracy", -0.0123)).toBe("−1.23 pp");
  expect(formatDifference("test_accuracy", -0.000001)).toBe("0.00 pp");
  expect(formatDifference("train_loss", 0.5)).toBe("+0.5");
});

it("cuts long names between characters", () => {
  expect(shorten("abc", 3)).toBe("abc");
  expect(shorten("🧪🧪🧪🧪", 3)).toBe("🧪🧪…");
  expect(shorten("🧪🧪🧪", 3)).toBe("🧪🧪🧪");
});
