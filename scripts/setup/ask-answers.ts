import { isLogin, isTimeZone, type ProcessId } from "../../core/definition/index.ts";
import { knownHolidayRegions } from "../../core/holiday-regions/index.ts";
import type { SetupAnswers } from "../../core/setup/index.ts";
import { type Terminal, UsageError } from "../terminal.ts";
import type { KnownFacts } from "./known-facts.ts";

/** A process to begin with. */
export interface Beginning {
  readonly id: ProcessId;
  readonly title: string;
}

/** The first process where nobody is asked: short, and of use to nearly everybody. */
const usualProcess = "publish-blog-post";

/** The answers where nobody is asked. */
export function usualAnswers({ title, country, timeZone, login }: KnownFacts): SetupAnswers {
  return { title, country, timeZone, areas: [], process: usualProcess, login };
}

/** What an answer means, or what was expected in its place. */
type Reading<T> = { readonly value: T } | { readonly expected: string };

/** Stands for nothing where nothing is an answer, too. */
const none = "-";

/** Asks the five questions; Enter takes what stands in brackets. An answer that cannot be used is asked for again, and what can be is said. */
export async function askAnswers(
  known: KnownFacts,
  beginnings: readonly Beginning[],
  { ask, err }: Terminal,
): Promise<SetupAnswers> {
  if (!ask)
    throw new UsageError(
      "init asks five questions, and nobody is here to answer them: run it in a terminal, or add --yes.",
    );
  async function askFor<T>(
    question: string,
    usual: string,
    read: (answer: string) => Reading<T>,
  ): Promise<T> {
    for (;;) {
      const answer = (await ask?.(`${question}${usual === "" ? "" : ` [${usual}]`}: `))?.trim() || usual;
      const reading = read(answer);
      if ("value" in reading) return reading.value;
      err(`  Expected ${reading.expected}.\n`);
    }
  }
  const title = await askFor("1. Title of the handbook", known.title, readTitle);
  const login = await askFor(
    `2. Your GitHub name, which gets every role at first; ${none} for nobody yet`,
    known.login ?? none,
    readLogin,
  );
  const place = await askFor(
    `3. Country whose public holidays count, and time zone, such as CH Europe/Zurich; ${none} in place of the country for no holidays`,
    `${known.country ?? none} ${known.timeZone}`,
    (answer) => readPlace(answer, known.timeZone),
  );
  const areas = await askFor(
    `4. Areas of the handbook, with commas between, such as Content, Events; ${none} for that of the first process`,
    none,
    readAreas,
  );
  beginnings.forEach(({ title: name }, index) => {
    err(`  ${String(index + 1).padStart(2)}  ${name}\n`);
  });
  const usual = beginnings.findIndex(({ id }) => id === usualProcess) + 1;
  const process = await askFor("5. First process, by its number", String(usual), (answer) =>
    readBeginning(answer, beginnings),
  );
  return { title, login, ...place, areas, process };
}

function readTitle(answer: string): Reading<string> {
  return answer === "" ? { expected: "a few words, such as Marketing handbook" } : { value: answer };
}

function readLogin(answer: string): Reading<string | undefined> {
  const login = answer.replace(/^@/, "");
  if (answer === none) return { value: undefined };
  return isLogin(login)
    ? { value: login }
    : {
        expected: `the name as it stands in your GitHub address, such as octocat in github.com/octocat, or ${none} for nobody yet`,
      };
}

function readPlace(answer: string, usualZone: string): Reading<Pick<SetupAnswers, "country" | "timeZone">> {
  const [first = "", timeZone = usualZone, ...rest] = answer.split(/[\s,]+/);
  const country = first.toUpperCase();
  if (rest.length > 0 || (country !== none && !knownHolidayRegions().includes(country)))
    return {
      expected: `the two letters of a country first, such as CH or US, or ${none} for no public holidays; then the time zone, such as Europe/Zurich`,
    };
  if (!isTimeZone(timeZone))
    return {
      expected: `a time zone as the tz database names it after the country, such as Europe/Zurich or America/New_York, and found ${timeZone}`,
    };
  return { value: { country: country === none ? undefined : country, timeZone } };
}

function readAreas(answer: string): Reading<string[]> {
  if (answer === none) return { value: [] };
  const areas = answer
    .split(",")
    .map((area) => area.trim())
    .filter((area) => area !== "");
  return areas.length > 0
    ? { value: areas }
    : { expected: `names with commas between, such as Content, Events, or ${none} for none` };
}

function readBeginning(answer: string, beginnings: readonly Beginning[]): Reading<ProcessId> {
  const id = /^\d+$/.test(answer)
    ? beginnings[Number(answer) - 1]?.id
    : beginnings.find((beginning) => beginning.id === answer)?.id;
  return id === undefined ? { expected: `a number from 1 to ${beginnings.length}` } : { value: id };
}
