// The comparison of pictures, on every chart.
import { it } from "vitest";

process.env.PICTURES = "whole";

it("changes the picture of every chart", () => {});

await import("./report-pictures.test.js");
