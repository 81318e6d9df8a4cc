import { parseHandbook } from "../../core/definition/index.ts";
import { type SiteSettings, withOrigin } from "../data/settings.ts";

/** What of a handbook the program that renders pages is told when it is bundled. */
export interface ProgramFrame {
  readonly title: string;
  /** The site's address without a path; absent when nobody names it. */
  readonly origin?: string | undefined;
}

/** What of handbook.yml, and of the settings, the program that renders pages is told. */
export function programFrame(handbookFile: string, settings: SiteSettings): ProgramFrame {
  const { draft } = parseHandbook(new Map([["handbook.yml", handbookFile]])).config;
  return { title: draft.title ?? "Handbook", origin: withOrigin(settings, draft.site).origin };
}
