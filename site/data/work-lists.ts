import type { CivilDate } from "../../core/calendar/index.ts";
import {
  awaitedBefore,
  endedOn,
  isHeldUpTask,
  openWorkOf,
  peopleNow,
  type RunTask,
  type Whose,
} from "../../core/metrics/index.ts";
import { dayAndMonth, siteText } from "../../core/text/index.ts";
import { addressesUnder } from "./addresses.ts";
import { expectedWords } from "./expected-words.ts";
import type { Link } from "./role-link.ts";
import type { Site } from "./site.ts";
import { taskAddress } from "./task-address.ts";

/** A task in a list of somebody's work. */
export interface WorkTask extends Link {
  readonly run: Link;
  /** The promised date; of what is done, the day it was. */
  readonly date: CivilDate;
  readonly dateText: string;
  readonly isLate: boolean;
  readonly isHeldUp: boolean;
  /** When it is expected, where that is after its date, in words. */
  readonly expected?: string | undefined;
  /** The steps it waits for, with who has them; empty where it waits for none. */
  readonly waitsFor: readonly string[];
  /** Who has it, by name, where that is not said by the page it stands on. */
  readonly people: readonly string[];
}

/** Tasks under one heading. */
export interface WorkList {
  readonly id: string;
  readonly title: string;
  readonly tasks: readonly WorkTask[];
}

/** What is on a desk: the lists in the order in which they want attention, only those that hold something. */
export interface WorkLists {
  /** What is to be done: late, due this week, can begin, waiting for others. */
  readonly week: readonly WorkList[];
  /** What others wait for, and what was done lately. */
  readonly beside: readonly WorkList[];
}

/** The open work of a person or a role on the day of the site, over all runs. */
export function workLists(whose: Whose, site: Site): WorkLists {
  const work = openWorkOf(whose, site.runs, site.measureFrame());
  const words = siteText.work;
  const list = (name: keyof typeof work): WorkList[] =>
    work[name].length === 0
      ? []
      : [
          {
            // Ids of processes and steps begin with a letter or a digit.
            id: `_work-${name}`,
            title: words[name],
            tasks: work[name].map((one) => workTask(one, whose, name, site)),
          },
        ];
  return {
    week: (["late", "thisWeek", "canBegin", "waiting"] as const).flatMap(list),
    beside: (["waitingForThem", "doneLately"] as const).flatMap(list),
  };
}

function workTask({ run, task }: RunTask, whose: Whose, list: string, site: Site): WorkTask {
  const ended = list === "doneLately" ? endedOn(task, site.measureFrame().dateOf) : undefined;
  const day = ended ?? task.dueDate;
  const time = ended === undefined ? task.dueTime : undefined;
  const isTheirs = "login" in whose && list !== "waitingForThem";
  return {
    text: task.title,
    href: taskAddress(task, run, site),
    run: { text: run.title, href: addressesUnder(site.settings.base).run(run.issue.number) },
    date: day,
    dateText: `${dayAndMonth(day)}${time === undefined ? "" : `, ${time}`}`,
    isLate: list === "late",
    isHeldUp: isHeldUpTask(task, run, site.today),
    expected: expectedWords(task, run, site),
    waitsFor:
      list === "waiting"
        ? awaitedBefore(task, run).map((before) =>
            siteText.work.awaited(before.title, peopleNow(before).map(site.nameOf)),
          )
        : [],
    people: isTheirs ? [] : peopleNow(task).map(site.nameOf),
  };
}
