import { createRequire } from "node:module";
import { type FigureOptions, type Run, renderFigure } from "@actbench/report";
import { UsageError } from "../usage-error.js";

/** The packages that render figures. actbench does not depend on them: few runs are drawn so. */
const RENDERER = "@resvg/resvg-js";
const RENDERER_VERSION = "2.6.2";
const FONTS = "dejavu-fonts-ttf";
const FONTS_VERSION = "2.37.3";
const INSTALL = `npm install ${RENDERER}@${RENDERER_VERSION} ${FONTS}@${FONTS_VERSION}`;

/** What journals ask for. */
const DOTS_PER_INCH = 300;
const MM_PER_INCH = 25.4;

export interface FigureFile extends FigureOptions {
  readonly format: "svg" | "png";
  readonly note: (message: string) => void;
}

/**
 * A chart of a run as the content of a file. With the renderer installed the words of an SVG are paths, so
 * that it looks the same everywhere; without, they are text in DejaVu Sans.
 */
export async function figureFile(run: Run, options: FigureFile): Promise<string | Uint8Array> {
  const { figure, width, format, note } = options;
  const svg = renderFigure(run, options);
  if (svg === undefined)
    throw new UsageError(
      `${run.study.name} has nothing to draw for --figure ${figure}`,
      "its report says why, under “Not in this report”",
    );
  const renderer = await loadRenderer();
  if (renderer === undefined) {
    if (format === "png")
      throw new UsageError(
        `--format png needs the packages ${RENDERER} and ${FONTS}, which are not installed`,
        `install them beside actbench: ${INSTALL} (with -g where actbench is installed so); or write --format svg`,
      );
    note(`words are text in DejaVu Sans; as paths, the same everywhere: ${INSTALL}`);
    return svg;
  }
  const pixels = Math.round((width / MM_PER_INCH) * DOTS_PER_INCH);
  const drawn = new renderer.Resvg(svg, {
    background: "#fff",
    fitTo: { mode: "width", value: pixels },
    font: { loadSystemFonts: false, fontFiles: [...renderer.fonts], defaultFontFamily: "DejaVu Sans" },
  });
  if (format === "png") return drawn.render().asPng();
  const [size = ""] = / width="[\d.]+mm" height="[\d.]+mm"/.exec(svg) ?? [];
  return drawn
    .toString()
    .replace(/^<svg[^>]*>/, (head) =>
      head.replace(/ (?:width|height)="[^"]*"/g, "").replace("<svg", `<svg${size}`),
    );
}

interface Renderer {
  readonly Resvg: typeof import("@resvg/resvg-js").Resvg;
  readonly fonts: readonly string[];
}

async function loadRenderer(): Promise<Renderer | undefined> {
  try {
    const { Resvg } = await import("@resvg/resvg-js");
    const { resolve } = createRequire(import.meta.url);
    const fonts = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((name) => resolve(`${FONTS}/ttf/${name}`));
    return { Resvg, fonts };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}
