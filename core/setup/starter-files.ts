import { parseDocument, stringify } from "yaml";
import { type HandbookFiles, idFrom, type ParsedHandbook, type ProcessId } from "../definition/index.ts";
import { openHandbook } from "../handbook/index.ts";
import { InternalError } from "../problem.ts";
import { roleMentions } from "../rules/index.ts";

/** What somebody who sets a handbook up has said. */
export interface SetupAnswers {
  readonly title: string;
  /** ISO 3166 country whose public holidays count; none are known when left out. */
  readonly country?: string | undefined;
  /** IANA name. */
  readonly timeZone: string;
  /** Headings of the areas, in menu order; with none, the area of the first process is the only one. */
  readonly areas: readonly string[];
  /** Which of the shipped processes comes first. */
  readonly process: ProcessId;
  /** GitHub login that all roles get at first; with none they have no people. */
  readonly login?: string | undefined;
}

/**
 * The files of a new handbook, by path within its folder: settings, the roles that the first process needs, and that process
 * as it is shipped, with the processes it starts. It lands in the area of its own where that was named, else in the
 * first. `shipped` is the handbook to choose from.
 */
export function starterFiles(answers: SetupAnswers, shipped: HandbookFiles): HandbookFiles {
  const { parsed, handbook } = openHandbook(shipped);
  const chosen = withChildren(answers.process, parsed);
  const areas = new Map(answers.areas.map((heading) => [idFrom(heading), heading] as const));
  const home = parsed.processes.find(({ id }) => id === answers.process)?.area ?? "";
  if (areas.size === 0) areas.set(home, handbook.config.areas.get(home) ?? home);
  const area = areas.has(home) ? home : ([...areas.keys()][0] ?? home);
  const settings = {
    title: answers.title,
    language: "en",
    timeZone: answers.timeZone,
    ...(answers.country !== undefined && { calendar: { country: answers.country } }),
    areas: Object.fromEntries(areas),
  };
  const texts = chosen.map(({ id, path }): [string, string] => [
    `${area}/${id}.mdx`,
    withoutDeadLinks((shipped.get(path) ?? "").replaceAll("\r\n", "\n"), chosen),
  ]);
  return new Map([
    ["handbook.yml", stringify(settings) + (answers.login === undefined ? "" : oneForAll)],
    ["roles.yml", starterRoles(namedRoles(chosen), shipped, answers.login)],
    ...texts,
  ]);
}

/** Nine pieces of advice to name deputies would bury what a newcomer has to read. */
const oneForAll = `rules:
  # One person holds every role so far. Delete this line once others are named in roles.yml.
  role-without-deputy: off
`;

/**
 * A roles.yml with an entry for each role named, as `shipped` describes it or else by its id, all in the hands of one person;
 * in nobody's without a login.
 */
export function starterRoles(
  named: Iterable<string>,
  shipped: HandbookFiles,
  login: string | undefined,
): string {
  const known = parseDocument(shipped.get("roles.yml") ?? "").toJS() as Record<string, object>;
  const people = login === undefined ? [] : [login];
  return [...new Set(named)]
    .map((id) => {
      const { deputies: _deputies, ...role } = (
        Object.hasOwn(known, id) ? known[id] : { title: titleOf(id) }
      ) as { deputies?: unknown };
      return stringify({ [id]: { ...role, people } }, { lineWidth: 0 });
    })
    .join("\n");
}

/** The roles that processes name, in the order they are met. */
export function namedRoles(processes: ParsedProcesses): string[] {
  return [...new Set(processes.flatMap(roleMentions).map(({ role }) => role))];
}

function titleOf(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1).replaceAll("-", " ");
}

/** Links to pages that this handbook will not have become their words. */
function withoutDeadLinks(text: string, processes: ParsedProcesses): string {
  const pages = new Set([
    ...processes.map(({ id }) => `processes/${id}`),
    ...namedRoles(processes).map((id) => `roles/${id}`),
  ]);
  return text.replace(
    /\[([^\][]+)\]\(\/((?:processes|roles)\/[a-z0-9-]+)\/?(?:#[^)\s[]*)?\)/g,
    (link, words, page) => (pages.has(page) ? link : words),
  );
}

type ParsedProcesses = ParsedHandbook["processes"];

/** A process and all that its runs start in turn. */
function withChildren(id: ProcessId, { processes }: ParsedHandbook): ParsedProcesses {
  const found = new Map<ProcessId, ParsedProcesses[number]>();
  const add = (wanted: ProcessId) => {
    const process = processes.find((candidate) => candidate.id === wanted);
    if (process === undefined) throw new InternalError(`There is no process ${wanted} to begin with.`);
    if (found.has(wanted)) return;
    found.set(wanted, process);
    for (const step of process.draft.steps ?? []) if (step.process !== undefined) add(step.process);
  };
  add(id);
  return [...found.values()];
}
