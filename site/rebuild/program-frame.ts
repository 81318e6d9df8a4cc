import { parseHandbook } from "../../core/definition/index.ts";

/** What of handbook.yml the program that renders pages is told when it is bundled: the title, and the site's address. */
export function programFrame(handbookFile: string): readonly (string | undefined)[] {
  const { draft } = parseHandbook(new Map([["handbook.yml", handbookFile]])).config;
  return [draft.title, draft.site];
}
