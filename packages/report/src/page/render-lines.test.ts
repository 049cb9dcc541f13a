import { describe, expect, it } from "vitest";
import { renderLines } from "./render-lines.js";

describe("renderLines", () => {
  it("draws each line with its dots and name, as a file that stands alone, by logarithms where values span decades", () => {
    const svg = renderLines({
      title: "second moment by layer",
      desc: "Two activations.",
      x: "layer",
      y: "second moment",
      lines: [
        { name: "tanh", dots: [1, 2, 3].map((x) => ({ x, y: 1 })) },
        { name: "silu", dots: [1, 2, 3].map((x) => ({ x, y: 10 ** (x - 1) })) },
      ],
    });
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [\s\S]*<style>[\s\S]*<\/svg>\n$/);
    expect(svg).not.toContain("NaN");
    const heights = [...svg.matchAll(/aria-label="(\w+), layer \d: [^"]*" cx="[^"]*" cy="([^"]*)"/g)];
    expect(heights.map(([, name]) => name)).toEqual(["tanh", "tanh", "tanh", "silu", "silu", "silu"]);
    const [low = 0, middle = 0, high = 0] = heights.slice(3).map(([, , cy]) => Number(cy));
    expect(low - middle).toBeCloseTo(middle - high, 0);
    expect(low - middle).toBeGreaterThan(50);
    expect([...svg.matchAll(/<text class="strong"[^>]*>(\w+)</g)].map(([, name]) => name)).toEqual([
      "tanh",
      "silu",
    ]);
  });
});
