import { isSafeLink } from "../../core/definition/index.ts";
import { attachedFolder } from "../data/attached-files.ts";
import { attachedPath } from "./attached-path.ts";

/**
 * Where a link of a file of the handbook leads on the site: a process or a page of its own to its page, a path that
 * begins with `/` to that page of the handbook, a picture or paper beside it to a copy of that. Web, mail and anchors stay as they
 * are; nothing for all else.
 * `from` is the path of the file within the handbook, `base` the path the site is served under.
 */
export function resolveLink(url: string, from: string, base: string): string | undefined {
  if (!isSafeLink(url)) return undefined;
  if (/^(?:https?|mailto):/i.test(url) || url.startsWith("#")) return url;
  if (url.startsWith("/")) return `${base}${url.slice(1)}`;
  const [path = "", anchor] = url.split("#", 2);
  const target = new URL(path, `https://handbook/${from}`).pathname;
  const [, id] = /\/([a-z0-9][a-z0-9-]*)\.mdx$/.exec(target) ?? [];
  if (id === undefined) {
    const file = attachedPath(url, from);
    return file && `${base}${attachedFolder}${file}`;
  }
  const kind = target === `/pages/${id}.mdx` ? "pages" : "processes";
  return `${base}${kind}/${id}/${anchor === undefined ? "" : `#${anchor}`}`;
}
