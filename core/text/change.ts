import type { Quantity } from "../calendar/index.ts";
import type { ApprovalPolicy, StepKind } from "../definition/index.ts";
import { lengthInWords, offsetInWords } from "./lengths.ts";
import { listInWords } from "./plural.ts";

const numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const inWords = (amount: number) => numbers[amount] ?? String(amount);
const titled = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** A full stop at the end of what is quoted would meet the one of the sentence. */
const quote = (words: string) => `“${words.replace(/(?<!\.)\.$/, "")}”`;
const days = (amount: number) => `${inWords(amount)} business ${amount === 1 ? "day" : "days"}`;
const named = (words: readonly string[]) => listInWords(words.map(quote));
const nobody = (words: readonly string[]) => (words.length === 0 ? "nobody" : listInWords(words));

const kinds: Readonly<Record<StepKind, string>> = {
  task: "step",
  approval: "approval",
  decision: "decision",
  checkpoint: "checkpoint",
  process: "process inside",
};

const aKind = (kind: StepKind) => `${kind === "approval" ? "an" : "a"} ${kinds[kind]}`;

interface Came {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What is said when something comes into a list of a step, when something goes, and when one takes another's place. */
const lists = {
  options: {
    came: (title: string, words: string) => `${quote(title)} may now come to ${words}.`,
    went: (title: string, words: string) => `${quote(title)} may no longer come to ${words}.`,
    instead: (title: string, now: string, before: string) =>
      `${quote(title)} may now come to ${now}, not to ${before}.`,
  },
  inputs: {
    came: (title: string, words: string) => `${quote(title)} now needs ${words}.`,
    went: (title: string, words: string) => `${quote(title)} no longer needs ${words}.`,
    instead: (title: string, now: string, before: string) =>
      `${quote(title)} now needs ${now} instead of ${before}.`,
  },
  outputs: {
    came: (title: string, words: string) => `${quote(title)} now leaves ${words}.`,
    went: (title: string, words: string) => `${quote(title)} no longer leaves ${words}.`,
    instead: (title: string, now: string, before: string) =>
      `${quote(title)} now leaves ${now} instead of ${before}.`,
  },
  collect: {
    came: (title: string, words: string) => `${quote(title)} now asks for ${words} when it is done.`,
    went: (title: string, words: string) => `${quote(title)} no longer asks for ${words}.`,
    instead: (title: string, now: string, before: string) =>
      `${quote(title)} now asks for ${now} instead of ${before}.`,
  },
  tools: {
    came: (title: string, words: string) => `${quote(title)} is now done with ${words}.`,
    went: (title: string, words: string) => `${quote(title)} is no longer done with ${words}.`,
    instead: (title: string, now: string, before: string) =>
      `${quote(title)} is now done with ${now} instead of ${before}.`,
  },
  checklist: {
    came: (title: string, words: string) => `New to check in ${quote(title)}: ${words}.`,
    went: (title: string, words: string) => `No longer to check in ${quote(title)}: ${words}.`,
    instead: (title: string, now: string, before: string) =>
      `To check in ${quote(title)}: ${now} instead of ${before}.`,
  },
} as const;

/** What parts of a text are called when only their wording changed. */
const parts = {
  title: "the title",
  summary: "the summary",
  trigger: "what starts it",
  outcome: "what it ends with",
  introduction: "the introduction",
  sections: "the sections at the end",
  questions: "the questions of the start form",
  tags: "the search words",
} as const;

/** Sentences that say what a change of a process means. Arguments are plain text: escaping belongs to whoever prints them. */
export const change = {
  leadTime: (before: number, after: number) =>
    `${titled(days(Math.abs(after - before)))} ${after > before ? "longer" : "shorter"}: ${after} instead of ${before}.`,
  added: (kind: StepKind, title: string, roles: readonly string[]) =>
    `One more ${kinds[kind]}: ${quote(title)}, ${kind === "approval" ? "given by" : "done by"} ${nobody(roles)}.`,
  removed: (kind: StepKind, title: string) => `One ${kinds[kind]} less: ${quote(title)}.`,
  renamed: (before: string, after: string) => `${quote(before)} is now called ${quote(after)}.`,
  kind: (title: string, before: StepKind, after: StepKind) =>
    `${quote(title)} was ${aKind(before)} and is now ${aKind(after)}.`,
  moved: (title: string, before: readonly string[], after: readonly string[]) => {
    const came = after.filter((other) => !before.includes(other));
    const went = before.filter((other) => !after.includes(other));
    if (came.length === 0) return `${quote(title)} no longer waits for ${named(went)}.`;
    if (went.length === 0 && before.length > 0) return `${quote(title)} now also waits for ${named(came)}.`;
    return `${quote(title)} now comes after ${named(came)}${went.length === 0 ? "" : `, not after ${named(went)}`}.`;
  },
  roles: {
    responsible: (title: string, after: readonly string[]) =>
      `${quote(title)} now belongs to ${nobody(after)}.`,
    approvers: (title: string, after: readonly string[]) =>
      `${quote(title)} is now given by ${nobody(after)}.`,
    accountable: (title: string, after: readonly string[]) =>
      `${titled(nobody(after))} now ${after.length > 1 ? "answer" : "answers"} for ${quote(title)}.`,
    consulted: (title: string, after: readonly string[]) =>
      `Asked before ${quote(title)} is done: ${nobody(after)}.`,
    informed: (title: string, after: readonly string[]) => `Told after ${quote(title)}: ${nobody(after)}.`,
  },
  policy: (title: string, after: ApprovalPolicy) => {
    if (after === "all") return `${quote(title)} now needs everybody named, not just some.`;
    return `${quote(title)} now needs ${after === "any" || after === 1 ? "just one" : after} of those named.`;
  },
  settings: {
    opens: (title: string, after: string | undefined) =>
      after === undefined
        ? `${quote(title)} has no day any more on which it may begin.`
        : `${quote(title)} may now begin ${after.charAt(0).toLowerCase()}${after.slice(1)}.`,
    from: (title: string, after: string | undefined) =>
      after === undefined
        ? `${quote(title)} now counts from the date of the run.`
        : `${quote(title)} now counts from a date of its own: ${quote(after)}.`,
    exact: (title: string, after: string | undefined) =>
      after === undefined
        ? `${quote(title)} now moves to a business day when its date is a day off.`
        : `${quote(title)} now stays on its very day, a day off or not.`,
    at: (title: string, after: string | undefined) =>
      after === undefined
        ? `${quote(title)} has no hour of its own any more.`
        : `${quote(title)} is now due at ${after} on its day.`,
    strict: (title: string, after: string | undefined) =>
      after === undefined
        ? `${quote(title)} may now be done before its turn.`
        : `${quote(title)} can no longer be done before its turn.`,
    each: (title: string, after: string | undefined) =>
      after === undefined
        ? `${quote(title)} is now one step, not one for each of a list.`
        : `${quote(title)} is now a step of its own for each of ${quote(after)}.`,
    every: (title: string, after: string | undefined) =>
      after === undefined
        ? `${quote(title)} is now done once in its time.`
        : `${quote(title)} is now done again and again in its time, every ${after.replace(/^1 /, "")}.`,
    phase: (title: string, after: string | undefined) =>
      after === undefined
        ? `${quote(title)} no longer stands under a heading.`
        : `${quote(title)} now stands under ${quote(after)}.`,
  },
  /** Of several steps that come under other headings; none where they lose them. */
  headings: (steps: number, headings: readonly string[]) =>
    headings.length === 0
      ? `${titled(inWords(steps))} steps no longer stand under headings.`
      : `${titled(inWords(steps))} steps now stand under ${named(headings)}.`,
  due: (title: string, after: Quantity | undefined, anchor: string, moved: Quantity | undefined) => {
    if (after === undefined) return `${quote(title)} has no fixed due date any more.`;
    const when = offsetInWords(after, anchor);
    const now = when.charAt(0).toLowerCase() + when.slice(1);
    if (moved === undefined) return `${quote(title)} is now due ${now}.`;
    return `${quote(title)} is due ${lengthInWords(moved)} ${moved.amount < 0 ? "earlier" : "later"}: ${now}.`;
  },
  duration: (title: string, before: Quantity | undefined, after: Quantity | undefined) =>
    `${quote(title)} takes ${after ? lengthInWords(after) : "one business day, as every step that says nothing"}${before && after ? ` instead of ${lengthInWords(before)}` : ""}.`,
  effort: (title: string, after: string | undefined) =>
    after === undefined
      ? `The effort of ${quote(title)} is no longer given.`
      : `${quote(title)} is now ${after} of work.`,
  respond: (title: string, after: string | undefined) =>
    after === undefined
      ? `${quote(title)} has no time for a first reaction any more.`
      : `${quote(title)} now wants a first reaction within ${after}.`,
  condition: (title: string, conditions: readonly string[]) =>
    conditions.length === 0
      ? `${quote(title)} is now always done.`
      : `${quote(title)} is now done only if ${listInWords(conditions)}.`,
  stepList: (part: keyof typeof lists, title: string, { added, removed }: Came) => {
    const say = lists[part];
    if (added.length > 0 && removed.length > 0) return say.instead(title, named(added), named(removed));
    return added.length > 0 ? say.came(title, named(added)) : say.went(title, named(removed));
  },
  child: (title: string, child: string | undefined) =>
    child === undefined
      ? `${quote(title)} no longer runs another process.`
      : `${quote(title)} now runs the process ${quote(child)}.`,
  judged: (title: string, judged: string | undefined) =>
    judged === undefined
      ? `${quote(title)} judges no single step any more.`
      : `${quote(title)} now judges ${quote(judged)}.`,
  optional: (title: string, isOptional: boolean) =>
    isOptional
      ? `${quote(title)} may now be skipped.`
      : `${quote(title)} may no longer be skipped without a reason.`,
  owner: (after: string) => `The process now belongs to ${after}.`,
  anchor: (before: string, after: string) =>
    `Dates now count from the ${after.toLowerCase()}, not from the ${before.toLowerCase()}.`,
  processLists: {
    participants: (added: readonly string[], removed: readonly string[]) =>
      [
        ...(added.length > 0
          ? [`${titled(listInWords(added))} now ${added.length > 1 ? "take" : "takes"} part.`]
          : []),
        ...(removed.length > 0
          ? [`${titled(listInWords(removed))} no longer ${removed.length > 1 ? "take" : "takes"} part.`]
          : []),
      ].join(" "),
    questions: (added: readonly string[], removed: readonly string[]) =>
      addedAndRemoved("the start form", added, removed),
    tools: (added: readonly string[], removed: readonly string[]) =>
      addedAndRemoved("the tools", added, removed),
  },
  answerRole: (label: string, role: string | undefined) =>
    role === undefined
      ? `Whoever is named under ${quote(label)} at the start no longer takes a role by it.`
      : `Whoever is named under ${quote(label)} at the start now takes the role ${role}.`,
  repeats: (after: string | undefined) =>
    after === undefined ? "It no longer starts by itself." : "It starts by itself at other times.",
  processSettings: {
    except: (after: string | undefined) =>
      after === undefined
        ? "It starts by itself on every day that it names."
        : `It no longer starts on: ${after}.`,
    onClosedDay: (after: string | undefined) =>
      after === "skip"
        ? "When it would start on a day off, it does not."
        : `When it would start on a day off, it starts on the business day ${after === "after" ? "after" : "before"} it.`,
    confirm: (after: string | undefined) => {
      if (after === undefined)
        return "Whether a start waits for somebody to confirm it is as the handbook says.";
      if (after === "always") return "Every start now waits for somebody to confirm it.";
      return after === "never"
        ? "No start waits for somebody to confirm it."
        : "A start now waits for somebody to confirm it where something had better be looked at.";
    },
    calendar: (after: string | undefined) =>
      after === undefined
        ? "It counts business days as the handbook does."
        : "It now counts business days by a calendar of its own, so dates may move.",
  },
  review: (after: Quantity | undefined) =>
    after === undefined
      ? "It is no longer reviewed regularly."
      : `It is now reviewed every ${lengthInWords(after)}.`,
  wording: (steps: readonly string[], others: readonly (keyof typeof parts)[], isAll: boolean) => {
    const places = [...steps.map(quote), ...others.map((part) => parts[part])];
    return `${isAll ? "Only the wording changed" : "New wording"} in ${listInWords(places)}.`;
  },
  /** Of a file that says the same as before: white space, a list's sign, the order of keys. */
  nothing: "Nothing that matters changed.",
  /** Of the first version of a file. */
  first: "The process was written down.",
};

function addedAndRemoved(place: string, added: readonly string[], removed: readonly string[]): string {
  return [
    ...(added.length > 0 ? [`New in ${place}: ${named(added)}.`] : []),
    ...(removed.length > 0 ? [`No longer in ${place}: ${named(removed)}.`] : []),
  ].join(" ");
}
