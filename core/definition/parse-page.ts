import { pageSchema } from "./page-schema.ts";
import { type ParsedMdx, parseMdxFile } from "./parse-mdx-file.ts";
import type { ProcessSource } from "./parse-process.ts";

/** A page of the handbook's own, `pages/welcome.mdx`, that has been read but not judged. */
export interface ParsedPage extends ParsedMdx<typeof pageSchema> {
  /** Path within the handbook. */
  readonly path: string;
  /** File name without ending; the page's id when it has the form of one. */
  readonly id: string;
}

/** Reads one page. Never throws and never runs anything in it, whatever the text holds. */
export function parsePage({ path, text }: ProcessSource): ParsedPage {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return { path, id: name.replace(/\.mdx$/, ""), ...parseMdxFile(text, pageSchema) };
}
