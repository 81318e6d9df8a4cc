import { expect, test } from "vitest";
import { linksAsOnPage } from "../../../site/markdown/links-as-on-page.ts";
import { resolveLink } from "../../../site/markdown/resolve-link.ts";

const resolve = (url: string) => resolveLink(url, "content/example.mdx", "/team/");

test.each([
  ["[a](/processes/b/)", "[a](/team/processes/b/)"],
  ["[a](../events/b.mdx#step) and [c](/a-z/)", "[a](/team/processes/b/#step) and [c](/team/a-z/)"],
  ['[a](</a-z/> "All of it")', '[a](</team/a-z/> "All of it")'],
  ["[a]\n\n[a]: /a-z/", "[a]\n\n[a]: /team/a-z/"],
  [
    "[web](https://example.org/x) [mail](mailto:a@b.c) [#](#here)",
    "[web](https://example.org/x) [mail](mailto:a@b.c) [#](#here)",
  ],
  ["see [report](report.pdf).", "see [report](/team/files/content/report.pdf)."],
  ["see [report](report.html).", "see report."],
  ["`[a](/b/)` [a](/b/)", "`[a](/b/)` [a](/team/b/)"],
  ["```\n[a](/b/)\n```\n[a](/b/)", "```\n[a](/b/)\n```\n[a](/team/b/)"],
  ["- [ ] tick [a](/b/)", "- [ ] tick [a](/team/b/)"],
  ["$& [a](/$&/)", "$& [a](/team/$&/)"],
])("%j is %j", (markdown, expected) => expect(linksAsOnPage(markdown, resolve)).toBe(expected));
