import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const NAMES = ["chromium", "google-chrome", "chromium-browser", "google-chrome-stable"];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The browser that is there: `CHROME_PATH`, else the first known name on the PATH. */
export function findBrowser(): string | undefined {
  const { CHROME_PATH, PATH = "" } = process.env;
  if (CHROME_PATH) return CHROME_PATH;
  const folders = PATH.split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/**
 * Whether browser tests run. Without a browser they are skipped with one line that says so, and under
 * `ACTBENCH_REQUIRE_BROWSER=1` that is an error.
 */
export function browserOrSkip(): string | undefined {
  const found = findBrowser();
  if (found !== undefined) return found;
  const reason = "no browser: set CHROME_PATH, or put chromium or google-chrome on the PATH";
  if (process.env.ACTBENCH_REQUIRE_BROWSER === "1") throw new Error(reason);
  console.warn(`browser tests are skipped: ${reason}`);
  return undefined;
}

/** A page opened from disk, with everything it said and asked for. */
export interface OpenedPage {
  readonly page: Page;
  readonly complaints: string[];
}

/** One browser for a file of tests. */
export interface BrowserDesk {
  open(html: string, options?: BrowserContextOptions): Promise<OpenedPage>;
  /** Opens an address; requests to it and below are its own. */
  visit(address: string, options?: BrowserContextOptions): Promise<OpenedPage>;
  close(): Promise<void>;
}

/** Starts the browser; pages are opened by `file://`, as a user would. */
export async function startBrowser(executablePath: string): Promise<BrowserDesk> {
  const browser: Browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  const folder = mkdtempSync(join(tmpdir(), "actbench-browser-"));
  let pages = 0;
  const visit = async (address: string, options: BrowserContextOptions = {}): Promise<OpenedPage> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
    page.on("dialog", (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      const url = request.url();
      const own = url.split("#")[0] === address || (address.startsWith("http:") && url.startsWith(address));
      if (!own && !url.startsWith("data:")) complaints.push(`request: ${url}`);
    });
    await page.goto(address);
    return { page, complaints };
  };
  return {
    open(html, options = {}) {
      const file = join(folder, `page-${pages++}.html`);
      writeFileSync(file, html);
      return visit(pathToFileURL(file).href, options);
    },
    visit,
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
}
