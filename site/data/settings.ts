import { InputError } from "../input-error.ts";

/** Where and for whom a site is built: everything that comes from outside the handbook. */
export interface SiteSettings {
  /** The handbook's folder, as the reader of a message knows it. */
  readonly handbookFolder: string;
  /** Path the site is served under; begins and ends with `/`. */
  readonly base: string;
  /** Public address without a path, `https://example.org`; absent when it is not known. */
  readonly origin?: string | undefined;
  /** GitHub's web address, or a path where something stands in for it; without `/` at the end. */
  readonly githubUrl: string;
  /** `owner/name` where runs are opened, when it is given from outside. */
  readonly repository?: string | undefined;
  /** The branch that proposals start from. */
  readonly branch: string;
  /** File with the record of all runs; absent while there is none. */
  readonly runsFile?: string | undefined;
  /** Where prepared pages are kept between builds. */
  readonly cacheFolder: string;
  /** The moment the site is built, as ISO text. */
  readonly now: string;
}

/** The same settings, with the origin of the address that handbook.yml names where they have none of their own. */
export function withOrigin(settings: SiteSettings, address: string | undefined): SiteSettings {
  return { ...settings, origin: settings.origin ?? (address ? new URL(address).origin : undefined) };
}

/**
 * Reads the settings from environment variables; the guide to going live lists them. `clock` gives the moment of the
 * build and is asked only when `HANDRAIL_NOW` is not set. Throws an InputError when `HANDRAIL_SITE` is no web address, or
 * `HANDRAIL_NOW` no ISO instant.
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  clock: () => string,
): SiteSettings {
  const site = environment["HANDRAIL_SITE"] || undefined;
  return {
    handbookFolder: (environment["HANDRAIL_HANDBOOK"] || "processes").replace(/\/+$/, ""),
    base: asFolder(environment["HANDRAIL_BASE"] || "/"),
    origin: site === undefined ? undefined : originOf(site),
    githubUrl: (environment["HANDRAIL_GITHUB_URL"] || "https://github.com").replace(/\/+$/, ""),
    repository: environment["HANDRAIL_REPOSITORY"] || environment["GITHUB_REPOSITORY"] || undefined,
    branch: environment["HANDRAIL_BRANCH"] || "main",
    runsFile: environment["HANDRAIL_RUNS"] || undefined,
    cacheFolder: (environment["HANDRAIL_CACHE"] || ".cache").replace(/\/+$/, ""),
    now: momentOf(environment["HANDRAIL_NOW"]) ?? clock(),
  };
}

function momentOf(now: string | undefined): string | undefined {
  if (!now) return undefined;
  if (/^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/.test(now) && !Number.isNaN(Date.parse(now))) return now;
  throw new InputError(
    `HANDRAIL_NOW is ${JSON.stringify(now)}, which is no moment.`,
    "Write an ISO instant, such as 2026-11-23T08:00:00Z",
  );
}

function originOf(site: string): string {
  if (URL.canParse(site)) return new URL(site).origin;
  throw new InputError(
    `HANDRAIL_SITE is ${JSON.stringify(site)}, which is no web address.`,
    "Write the whole address, such as https://handbook.example.org",
  );
}

function asFolder(path: string): string {
  return `/${path}/`.replace(/\/+/g, "/");
}
