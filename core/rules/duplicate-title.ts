import { code } from "../message.ts";
import type { HandbookRule } from "./rule.ts";

/** Two processes with one title. */
export const duplicateTitle: HandbookRule = {
  id: "duplicate-title",
  scope: "handbook",
  severity: "warning",
  needsAllFiles: true,
  purpose: "Every process has a title of its own.",
  why: "People choose a process by its title: in the menu, in the search, in the list of start forms. Of two with one title they start the wrong one half of the time.",
  examples: [
    {
      title: "A copy that kept its title",
      wrong: {
        process: "title: Publish a blog post",
        others: { "content/publish-news.mdx": "title: Publish a blog post" },
      },
      at: "Publish a blog post",
      right: {
        process: "title: Publish a blog post",
        others: { "content/publish-news.mdx": "title: Publish a piece of news" },
      },
    },
  ],
  check: ({ parsed }) => {
    const first = new Map<string, (typeof parsed.processes)[number]>();
    return parsed.processes.flatMap((process) => {
      const { title } = process.draft;
      if (title === undefined) return [];
      const key = title.toLowerCase().replace(/\s+/g, " ");
      const earlier = first.get(key);
      if (!earlier) {
        first.set(key, process);
        return [];
      }
      const message = `Title ${code(title)} is that of ${code(earlier.path)} as well, expected a title of its own; say what is different here.`;
      const related = { path: earlier.path, ...earlier.frontMatter.positionOf(["title"]) };
      return [{ path: process.path, ...process.frontMatter.positionOf(["title"]), message, related }];
    });
  },
};
