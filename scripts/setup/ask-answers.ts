import { isTimeZone, type ProcessId } from "../../core/definition/index.ts";
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

/** Asks the five questions; Enter takes what stands in brackets. An answer that cannot be used is asked for again. */
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
    read: (answer: string) => T | undefined,
  ): Promise<T> {
    for (;;) {
      const answer = (await ask?.(`${question}${usual === "" ? "" : ` [${usual}]`}: `))?.trim() || usual;
      const value = read(answer);
      if (value !== undefined) return value;
      err("  That cannot be used; please look at the example.\n");
    }
  }
  const title = await askFor("1. Title of the handbook", known.title, (answer) => answer || undefined);
  const country = await askFor(
    "2. Country whose public holidays count, such as CH or US; - for none",
    known.country ?? "-",
    (answer) => /^(?:-|[A-Za-z]{2})$/.exec(answer)?.[0].toUpperCase(),
  );
  const timeZone = await askFor("3. Time zone, such as Europe/Zurich", known.timeZone, (answer) =>
    isTimeZone(answer) ? answer : undefined,
  );
  const areas = await askFor(
    "4. Areas of the handbook, with commas between, such as Content, Events; - for that of the first process",
    "-",
    (answer) =>
      answer === "-"
        ? []
        : answer
            .split(",")
            .map((area) => area.trim())
            .filter((area) => area !== ""),
  );
  beginnings.forEach(({ title: name }, index) => {
    err(`  ${String(index + 1).padStart(2)}  ${name}\n`);
  });
  const usual = beginnings.findIndex(({ id }) => id === usualProcess) + 1;
  const process = await askFor("5. First process, by its number", String(usual), (answer) =>
    /^\d+$/.test(answer)
      ? beginnings[Number(answer) - 1]?.id
      : beginnings.find(({ id }) => id === answer)?.id,
  );
  return {
    title,
    country: country === "-" ? undefined : country,
    timeZone,
    areas,
    process,
    login: known.login,
  };
}
