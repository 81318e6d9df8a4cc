import { link, type Markdown, md } from "./markdown.ts";

/**
 * Why somebody did something, behind a sentence: as far as it is kept, and where that is not all of it with a link to the comment it was
 * given in. Empty where no reason was given.
 */
export function reasonWords(reason: string, url: string | undefined): Markdown {
  if (reason === "") return md``;
  if (url === undefined || !reason.endsWith("…")) return md`: “${reason}”`;
  return reason === "…" ? md`: ${link("why", url)}` : md`: “${reason}” (${link("in full", url)})`;
}
