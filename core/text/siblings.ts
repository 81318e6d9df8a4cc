import type { CivilDate } from "../calendar/index.ts";
import { dayAndMonth } from "./format-date.ts";
import { codeSpan, issueLink, joinMarkdown, type Markdown, md } from "./markdown.ts";
import { namesOf, wordsOf } from "./word-lists.ts";

/** A step of a run beside one, as texts tell of it. */
export interface SiblingWords {
  readonly state: "open" | "over" | "left-out" | "unreadable" | "not-there" | "alone";
  /** Its title; how the handbook names it where its title is not known. */
  readonly title: string;
  /** The title of the run that it belongs to; empty where that is not known. */
  readonly run: string;
  readonly issue?: number | undefined;
  readonly people: readonly string[];
  readonly due?: CivilDate | undefined;
}

/** The step and the run it belongs to, as plain text. */
function nameOf({ title, run }: Pick<SiblingWords, "title" | "run">): string {
  return run === "" ? title : `${title} (${run})`;
}

/** Where it is, when it is promised for, and who has it. */
function about({ issue, people, due }: SiblingWords): Markdown {
  const facts = [
    ...(issue === undefined ? [] : [issueLink(issue)]),
    ...(due === undefined ? [] : [md`promised for ${dayAndMonth(due)}`]),
    ...(people.length === 0 ? [] : [md`with ${namesOf(people)}`]),
  ];
  return facts.length === 0 ? md`` : md`: ${joinMarkdown(facts, ", ")}`;
}

const whyNot = {
  alone: md`this run is not part of another one`,
  "not-there": md`the run above knows of no such step`,
  "left-out": md`that is left out of its run`,
};

/** What a step says of those beside its run: whom it waits for there, and why it waits for nobody where the handbook lets it wait. */
function lines(siblings: readonly SiblingWords[]): Markdown[] {
  return siblings.flatMap((sibling) => {
    if (sibling.state === "over") return [];
    const name = md`**${nameOf(sibling)}**`;
    if (sibling.state === "open") return [md`${name} belongs to another run${about(sibling)}.`];
    if (sibling.state === "unreadable")
      return [
        md`${name} belongs to another run${about(sibling)}, and I cannot read how it stands. Whoever knows that it is done can go on: ${codeSpan("/done")} ends this step before its turn.`,
      ];
    const what = sibling.state === "left-out" ? name : md`${codeSpan(sibling.title)}, a step of another run`;
    return [md`The handbook lets it wait for ${what}. It does not: ${whyNot[sibling.state]}.`];
  });
}

/** Sentences about steps of other runs that one of this run waits for. */
export const siblings = {
  nameOf,
  /** In the place of a step that a run waits for in the run above, and of which only that is known. */
  somethingBefore: "A step before this one",
  /** In a picture of the process; `name` says which step of which process. */
  after: (name: string) => `after ${name}`,
  /** In the issue of the step; empty where there is nothing to say. */
  inStep: (all: readonly SiblingWords[]): Markdown => {
    const said = lines(all);
    return said.length === 0 ? md`` : md`\n\n${joinMarkdown(said, "\n\n")}`;
  },
  /** In the status of the run: the steps that wait, each with what it waits for, and those that do not although the handbook lets them; empty where there is none. */
  inStatus: (
    steps: readonly { readonly title: string; readonly siblings: readonly SiblingWords[] }[],
  ): Markdown => {
    const waiting = steps.flatMap(({ title, siblings: all }) => {
      const open = all.filter(({ state }) => state === "open" || state === "unreadable");
      return open.length === 0
        ? []
        : [
            md`- **${title}** for ${wordsOf(
              open.map((sibling) => md`**${nameOf(sibling)}**${about(sibling)}`),
              "and",
            )}`,
          ];
    });
    const free = steps.flatMap(({ title, siblings: all }) =>
      all.flatMap((sibling) =>
        sibling.state === "alone" || sibling.state === "not-there"
          ? [md`**${title}** does not wait for ${codeSpan(sibling.title)}: ${whyNot[sibling.state]}.`]
          : [],
      ),
    );
    const list =
      waiting.length === 0 ? [] : [md`**Waits for other runs:**\n\n${joinMarkdown(waiting, "\n")}`];
    return joinMarkdown([...list, ...free], "\n\n");
  },
};
