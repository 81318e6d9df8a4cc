import { InputError } from "../site/index.ts";

/** Whether and how a server shows pages. */
export interface PagesSettings {
  /** The handbook's folder on this machine. */
  readonly folder: string;
  /** Whether they show all of people and runs; else `publish:` in handbook.yml decides. */
  readonly showsEverything: boolean;
}

/**
 * What `HANDRAIL_PAGES` and `HANDRAIL_PAGES_SHOW` say; nothing when no pages are wanted. Throws an InputError for a second
 * one that says something else than `everything`: to show people's work by a misspelt word would be a leak.
 */
export function readPagesSettings(
  env: Readonly<Record<string, string | undefined>>,
): PagesSettings | undefined {
  const folder = env["HANDRAIL_PAGES"];
  const shows = env["HANDRAIL_PAGES_SHOW"] || undefined;
  if (shows !== undefined && shows !== "everything")
    throw new InputError(
      `Unexpected HANDRAIL_PAGES_SHOW ${JSON.stringify(shows)}, expected \`everything\` or nothing.`,
      "Write everything where all readers have logged in, and leave it out otherwise",
    );
  return folder ? { folder, showsEverything: shows === "everything" } : undefined;
}
