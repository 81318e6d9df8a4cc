import { expect, test } from "vitest";
import { linkList } from "../../../site/markdown/link-list.ts";

const hostile = { text: '<img src=x onerror="alert(1)">&', href: '/roles/"><script>/' };

test.each([
  [[], "Nobody", "Nobody"],
  [[], "<b>", "&lt;b&gt;"],
  [[{ text: "Editor", href: "/roles/editor/" }], "Nobody", '<a href="/roles/editor/">Editor</a>'],
  [
    [
      { text: "A", href: "/a/" },
      { text: "B", href: "/b/" },
    ],
    "",
    '<a href="/a/">A</a>, <a href="/b/">B</a>',
  ],
  [[hostile], "", '<a href="/roles/&quot;&gt;&lt;script&gt;/">&lt;img src=x onerror="alert(1)"&gt;&amp;</a>'],
])("%j, or %j", (links, none, html) => expect(linkList(links, none)).toBe(html));
