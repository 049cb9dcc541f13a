import { markupOf, type Safe } from "../html/html.js";

/** A chart as a separate file: with its namespace, and the style sheet of a page. */
export function svgFile(chart: Safe, style: string): string {
  const markup = markupOf(chart).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ');
  return `${markup.replace("<title>", `<style>${style}</style><title>`)}\n`;
}
