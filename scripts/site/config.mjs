// The configuration of VitePress, https://vitepress.dev.
import { BASE, runtimeBase } from "./relative-base.mjs";

/** The site's configuration, its contents in the groups of the README. */
export function siteConfig(groups) {
  return {
    title: "actbench",
    description: "Which activation function is better, by how much, and how sure we are",
    lang: "en-US",
    base: BASE,
    cacheDir: "../vitepress",
    // check-links.mjs looks at the built site, where files that are no pages are too.
    ignoreDeadLinks: true,
    head: [["link", { rel: "icon", href: "data:," }]],
    markdown: { toc: { level: [2] } },
    // Pictures lie at their path in the repository, relative to their page.
    vue: { template: { transformAssetUrls: { tags: {}, includeAbsolute: false } } },
    vite: {
      experimental: { renderBuiltUrl: runtimeBase },
      build: { chunkSizeWarningLimit: 2000 },
      logLevel: "warn",
    },
    themeConfig: {
      nav: [
        { text: "Tutorial", link: "/docs/tutorial" },
        { text: "Live reports", link: "/gallery" },
        { text: "Settings", link: "/docs/settings" },
        { text: "Activations", link: "/activations/index.html", target: "_self" },
      ],
      sidebar: [
        {
          text: "actbench",
          items: [
            { text: "What it is", link: "/" },
            { text: "Live reports", link: "/gallery" },
          ],
        },
        ...groups,
      ],
      outline: [2, 3],
      search: { provider: "local" },
      externalLinkIcon: true,
    },
  };
}
