// The README's groups of pages are the site's contents: one list, two readers.

/**
 * Groups of the section "Documentation": `{ groups: [{ text, items: [{ text, link }] }] }`, links from the
 * root.
 */
export function readmeGroups(readme) {
  const [, section = ""] = /^## Documentation\n([\s\S]*?)^## /m.exec(readme) ?? [];
  const groups = [...section.matchAll(/^\*\*(\w+)\.\*\* ([\s\S]*?)(?=\n\n)/gm)].map(([, text, list]) => ({
    text,
    items: [...list.matchAll(/\[([^\]]+)\]\(([^)]+\.md)\)/g)].map(([, title, link]) => ({
      text: title.replace(/\s+/g, " ").replace(/^./, (first) => first.toUpperCase()),
      link: `/${link.replace(/\.md$/, "")}`,
    })),
  }));
  if (groups.length === 0) throw new Error("README.md has no groups of pages under ## Documentation");
  return { groups };
}
