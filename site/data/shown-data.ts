import type { KnownPeople, Publish, Role } from "../../core/definition/index.ts";
import type { HandbookActivity, RunRecord } from "../../core/metrics/index.ts";
import type { MeantCommit, SiteData, SiteProcess } from "./site.ts";

/** Everything: what is read on one's own machine, or behind a login. */
export const everything: Publish = { people: true, absences: true, runs: true };

/**
 * The data of a site without what is not to be shown. This is the only place that decides it: whatever is written or
 * served is made from what this gives. Absences name people, so without people there are none.
 */
export function shownData(data: Omit<SiteData, "shows">, wanted: Publish): SiteData {
  const shows: Publish = { ...wanted, absences: wanted.people && wanted.absences };
  const { handbook, processes, ownPages, runs, activity, lastSweepAt, runsWrittenAt, settings } = data;
  const hidePeople = <T>(value: T, hide: (value: T) => T): T => (shows.people ? value : hide(value));
  return {
    settings,
    shows,
    handbook: {
      config: handbook.config,
      roles: new Map([...handbook.roles].map(([id, role]) => [id, hidePeople(role, withoutPeople)])),
      absences: shows.absences ? handbook.absences : new Map(),
      people: shownPeople(handbook.people, shows),
      processes: handbook.processes,
    },
    processes: new Map([...processes].map(([id, process]) => [id, hidePeople(process, withoutAuthors)])),
    ownPages,
    runs: shows.runs ? runs.map((run) => hidePeople(run, runWithoutPeople)) : [],
    activity: shownActivity(activity, shows),
    lastSweepAt: shows.runs ? lastSweepAt : undefined,
    runsWrittenAt: shows.runs ? runsWrittenAt : undefined,
  };
}

/** Names stand where people do; whose days differ tells where somebody lives and when they are not there. */
function shownPeople(people: KnownPeople, shows: Publish): KnownPeople {
  if (!shows.people) return new Map();
  return shows.absences ? people : new Map([...people].map(([login, { name }]) => [login, { name }]));
}

function withoutPeople(role: Role): Role {
  return { ...role, people: [], deputies: [] };
}

function withoutAuthors(process: SiteProcess): SiteProcess {
  return { ...process, history: process.history.map((commit): MeantCommit => ({ ...commit, author: "" })) };
}

/** A title that somebody wrote may name anybody, as may who agreed. */
function shownActivity(activity: HandbookActivity, shows: Publish): HandbookActivity {
  const { proposals, confirmations, decided } = activity;
  if (!shows.runs) return { proposals: [], agreements: [], confirmations: [] };
  return shows.people
    ? activity
    : {
        proposals: proposals.map((proposal) => ({ ...proposal, title: "" })),
        agreements: [],
        confirmations,
        decided,
      };
}

/** What somebody wrote as a reason, when a run was over, or as the text or link that a step asks for, may name anybody. */
function runWithoutPeople(run: RunRecord): RunRecord {
  return {
    ...run,
    startedBy: "",
    tasks: run.tasks.map((task) => ({
      ...task,
      assignees: [],
      awaited: undefined,
      ...(task.collected && {
        collected: task.collected.filter(({ type }) => type !== "text" && type !== "link"),
      }),
    })),
    deviations: run.deviations.map((deviation) => ({ ...deviation, by: "", reason: "" })),
    replies: undefined,
  };
}
