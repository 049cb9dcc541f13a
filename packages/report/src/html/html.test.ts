import { describe, expect, it } from "vitest";
import { type Content, html, markupOf, trusted } from "./html.js";

const written = (content: Content): string => markupOf(html`<p title="${content}">${content}</p>`);

describe("html", () => {
  it("escapes what ends an element, an attribute or a script", () => {
    expect(written(`</script><b a="1" b='2'>&`)).toBe(
      '<p title="&lt;/script&gt;&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;">' +
        "&lt;/script&gt;&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;</p>",
    );
  });

  it("keeps emoji and right-to-left text, and replaces what UTF-8 cannot hold", () => {
    expect(written("שלום 🧪")).toContain("שלום 🧪");
    expect(written("a\ud83eb\0c")).toContain("a\ufffdb\ufffdc");
    expect(written("\u202egnorw")).toContain("\ufffdgnorw");
  });

  it("joins lists, leaves out what is absent, and does not escape markup twice", () => {
    expect(markupOf(html`${["<", html`<i>${"<"}</i>`, undefined, false, 0]}`)).toBe("&lt;<i>&lt;</i>0");
    expect(markupOf(html`${trusted("<hr>")}`)).toBe("<hr>");
  });

  it("does not take an object from JSON for markup", () => {
    const forged = JSON.parse('{"markup":"<b>","Symbol(markup)":"<b>"}') as Content;
    expect(() => html`${forged}`).toThrow(TypeError);
  });
});
