import { link, type Markdown, md } from "./markdown.ts";

/**
 * Why somebody did something, behind a sentence: as far as it is kept, with a link to the comment where it stands whole. Empty
 * where no reason was given.
 */
export function reasonWords(reason: string, url: string | undefined): Markdown {
  if (reason === "") return md``;
  if (url === undefined) return md`: “${reason}”`;
  return reason === "…" ? md`: ${link("why", url)}` : md`: “${reason}” (${link("comment", url)})`;
}
