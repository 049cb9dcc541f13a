import { expect, it } from "vitest";
import { scoreProfile } from "./score-profile.js";

it("is the share of runs above each threshold", () => {
  expect(scoreProfile([0.9, 0.5, 0.7, 0.7], [0, 0.5, 0.7, 1]).map(({ share }) => share)).toEqual([
    1, 0.75, 0.25, 0,
  ]);
  expect(scoreProfile([], [0])).toEqual([{ threshold: 0, share: 0 }]);
});
