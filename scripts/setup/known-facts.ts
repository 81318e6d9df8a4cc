import { execFile } from "node:child_process";
import { basename, resolve } from "node:path";
import { promisify } from "node:util";
import { knownHolidayRegions } from "../../core/holiday-regions/index.ts";
import type { Terminal } from "../terminal.ts";

/** What can be guessed about a repository and about who sets it up; whatever cannot is absent. */
export interface KnownFacts {
  readonly title: string;
  readonly country?: string | undefined;
  readonly timeZone: string;
  readonly login?: string | undefined;
}

const run = promisify(execFile);

/** Guesses from the folder's name, the language and time zone of the machine, and what git knows. */
export async function knownFacts(folder: string, { env }: Terminal): Promise<KnownFacts> {
  const name = basename(resolve(folder)).replaceAll(/[-_.]+/g, " ");
  const settings = new Intl.DateTimeFormat().resolvedOptions();
  return {
    title: `${name.charAt(0).toUpperCase()}${name.slice(1)} handbook`.replace(
      /handbook handbook$/i,
      "handbook",
    ),
    country: countryOf(env["LC_ALL"] || env["LANG"] || ""),
    timeZone: settings.timeZone,
    login: env["GITHUB_ACTOR"] || (await loginOf(folder)),
  };
}

/** The country of a language setting such as `de_CH.UTF-8`, where its holidays are known. */
function countryOf(locale: string): string | undefined {
  const country = /^[a-z]{2,3}_([A-Z]{2})\b/.exec(locale)?.[1];
  return country !== undefined && knownHolidayRegions().includes(country) ? country : undefined;
}

/** The GitHub login that git was told, else the owner that the repository belongs to. */
async function loginOf(folder: string): Promise<string | undefined> {
  const ask = (...words: string[]) =>
    run("git", words, { cwd: folder }).then(
      ({ stdout }) => stdout.trim(),
      () => "",
    );
  const told = (await ask("config", "--get", "github.user")) || (await ask("config", "--get", "user.email"));
  const noReply = /^(?:\d+\+)?([A-Za-z0-9-]+)@users\.noreply\.github\.com$/.exec(told)?.[1];
  if (noReply) return noReply;
  if (/^[A-Za-z0-9-]{1,39}$/.test(told)) return told;
  return /github\.com[:/]([A-Za-z0-9-]+)\//.exec(await ask("remote", "get-url", "origin"))?.[1];
}
