import { idFrom } from "../definition/index.ts";
import { reservedFieldIds } from "../form/index.ts";
import { text } from "../text/index.ts";
import type { ImportedItem, ImportedList, ImportedQuestion } from "./imported-list.ts";
import { mdxText, plainWords } from "./mdx-text.ts";
import { offsetMeant } from "./offset-meant.ts";

/** What a draft is made with, besides the list. */
export interface DraftFrame {
  /** The name of the list's file, without folders. */
  readonly file: string;
  /** The roles of the handbook, id and title. */
  readonly roles: ReadonlyMap<string, string>;
}

/** A process as far as a list tells it. */
export interface ProcessDraft {
  readonly id: string;
  /** The text of its file, with each question marked by the word `QUESTION`. */
  readonly text: string;
  /** What the list does not say, in sentences. */
  readonly open: readonly string[];
}

/** Stands for a role that the list does not name; the checker asks for it. */
const unknownRole = "question-who";
/** So many steps leave room for those that a run adds: GitHub lets it have a hundred. */
const mostSteps = 90;
const longestTitle = 90;
/** So long may the heading be that a step stands under. */
const longestPhase = 60;
const words = text.importing;

/** One step of the draft. */
interface DraftStep extends ImportedItem {
  readonly title: string;
  readonly id: string;
}

/**
 * A process made from a list: each thing to do is a step, or each heading where there are too many. What the list does not say
 * is asked, where it would stand; no line of the list is lost. The draft passes the check, but for what is asked.
 */
export function draftOfList(list: ImportedList, { file, roles }: DraftFrame): ProcessDraft {
  const wholeTitle = plainWords(list.title);
  const title = wholeTitle.slice(0, longestTitle) || plainWords(nameOf(file)) || words.untitled;
  const steps = named(fewEnough(list.items));
  const dues = steps.map(dueOf);
  const hasDates = dues.some((due) => due !== undefined);
  const roleOf = (name: string) => {
    const wanted = plainWords(name).toLowerCase();
    return [...roles].find(([id, known]) => id === idFrom(name) || known.toLowerCase() === wanted)?.[0];
  };
  // What has no room in its place stands whole at the end.
  const rest = [...list.rest, ...(wholeTitle === title ? [] : [list.title]), ...longHeadings(steps)].filter(
    Boolean,
  );
  const lines = [
    "---",
    `title: ${quote(title)}`,
    ...[words.summary, words.outcome, words.trigger].map(
      (question, index) => `${["summary", "outcome", "trigger"][index]}: ${quote(`QUESTION: ${question}`)}`,
    ),
    `owner: ${unknownRole} # QUESTION: ${words.owner}`,
    ...(hasDates ? [`anchor: ${quote(words.anchorName)} # QUESTION: ${words.anchor}`] : []),
    ...askOf(list.questions),
    `steps: # QUESTION: ${words.order}`,
    ...steps
      .flatMap((step, index) => stepLines(step, dues.slice(0, index + 1), roleOf))
      .with(0, firstLine(steps)),
    "---",
    "",
    ...(list.about.length > 0
      ? list.about.flatMap((line) => [paragraph(line), ""])
      : [`QUESTION: ${words.introduction}`, ""]),
    ...steps.flatMap(sectionOf),
    ...restOf(rest),
  ];
  return {
    id: idFrom(title) || "imported",
    text: `${lines.join("\n").trimEnd()}\n`,
    open: openOf({ ...list, rest }, steps, dues, roleOf),
  };
}

/** Headings that are longer than a phase may be. */
function longHeadings(steps: readonly DraftStep[]): string[] {
  return [...new Set(steps.map(({ heading }) => heading))].filter(
    (heading) => plainWords(heading).length > longestPhase,
  );
}

/** Steps of a number that a run can have: where there are more, headings become steps, and their things to do boxes. */
function fewEnough(items: readonly ImportedItem[]): readonly ImportedItem[] {
  if (items.length <= mostSteps) return items;
  const asBoxes = (own: readonly ImportedItem[]) =>
    own.flatMap(({ words: line, details, role, offset, heading }, index) => [
      ...(index > 0 && heading !== own[index - 1]?.heading ? [heading] : []),
      `[ ] ${[line, role, offset].filter((part) => part !== "").join(", ")}`,
      ...details,
    ]);
  const byHeading = Map.groupBy(items, ({ heading }) => heading);
  if (byHeading.size > 1 && byHeading.size <= mostSteps)
    return [...byHeading].map(([heading, own]) => ({
      words: heading === "" ? words.withoutHeading : heading,
      heading: "",
      details: asBoxes(own),
      role: "",
      offset: "",
    }));
  const rest = items.slice(mostSteps - 1);
  const last = {
    words: words.restOfList,
    heading: rest[0]?.heading ?? "",
    details: asBoxes(rest),
    role: "",
    offset: "",
  };
  return [...items.slice(0, mostSteps - 1), last];
}

/** Steps with titles and ids of their own. */
function named(items: readonly ImportedItem[]): DraftStep[] {
  const titles = new Set<string>();
  const ids = new Set<string>();
  const free = (wanted: string, taken: Set<string>, next: (number: number) => string) => {
    let found = wanted;
    for (let number = 2; taken.has(found.toLowerCase()); number += 1) found = next(number);
    taken.add(found.toLowerCase());
    return found;
  };
  return items.map((item) => {
    const plain = plainWords(item.words);
    const cut =
      plain.length > longestTitle ? `${plain.slice(0, longestTitle).replace(/\s+\S*$/, "")} …` : plain;
    const title = free(cut || words.untitled, titles, (number) => `${cut || words.untitled} (${number})`);
    const base = idFrom(title).slice(0, 50).replace(/-$/, "") || "step";
    return { ...item, title, id: free(base, ids, (number) => `${base}-${number}`) };
  });
}

function dueOf({ words: line, offset, heading }: ImportedItem): string | undefined {
  return (offsetMeant(offset, true) ?? offsetMeant(line) ?? offsetMeant(heading))?.offset;
}

function stepLines(
  step: DraftStep,
  dues: readonly (string | undefined)[],
  roleOf: (name: string) => string | undefined,
): string[] {
  const due = dues.at(-1);
  const role = roleOf(step.role);
  const said = step.role === "" ? "" : ` ${words.listSays(plainWords(step.role))}`;
  const isOutOfOrder =
    due !== undefined &&
    dues.slice(0, -1).some((other) => other !== undefined && daysOf(other) > daysOf(due));
  const phase = plainWords(step.heading).slice(0, longestPhase);
  return [
    `  - id: ${step.id}`,
    `    title: ${quote(step.title)}`,
    ...(phase !== "" ? [`    phase: ${quote(phase)}`] : []),
    role === undefined ? `    role: ${unknownRole} # QUESTION: ${words.role}${said}` : `    role: ${role}`,
    ...(isOutOfOrder ? [`    after: [] # QUESTION: ${words.after}`] : []),
    ...(due === undefined ? [] : [`    due: ${due}`]),
  ];
}

/** Many steps at one level are asked about where the checker tells of them. */
function firstLine([first, ...others]: readonly DraftStep[]): string {
  const many = others.length >= 12 ? ` # QUESTION: ${words.join}` : "";
  return `  - id: ${first?.id ?? ""}${many}`;
}

/** About how many days an offset is, to see which of two comes first. */
function daysOf(offset: string): number {
  const [, amount = "0", unit = "d"] = /^([+-]?\d+)([a-z]+)$/.exec(offset) ?? [];
  return Number(amount) * ({ d: 1, bd: 1.4, w: 7, mo: 30 }[unit] ?? 1);
}

function askOf(questions: readonly ImportedQuestion[]): string[] {
  const ids = new Set<string>(reservedFieldIds);
  const labels = new Set<string>(["process", "people"]);
  const lines = questions.map(({ label, type, options, isRequired, help }) => {
    const base = idFrom(label).slice(0, 50) || "question";
    let id = base;
    for (let number = 2; ids.has(id); number += 1) id = `${base}-${number}`;
    ids.add(id);
    const plain = plainWords(label).slice(0, 74) || words.untitled;
    let shown = plain;
    for (let number = 2; labels.has(shown.toLowerCase()); number += 1) shown = `${plain} (${number})`;
    labels.add(shown.toLowerCase());
    const choices = [...new Set(options.map((option) => plainWords(option)))].filter(
      (option) => option !== "" && option.toLowerCase() !== "none",
    );
    const more = [
      ...(type === "choice" && choices.length > 0 ? [`options: [${choices.map(quote).join(", ")}]`] : []),
      ...(isRequired ? ["required: true"] : []),
      ...(help === "" ? [] : [`help: ${quote(plainWords(help).slice(0, 300))}`]),
    ];
    const kind = type === "choice" && choices.length === 0 ? "text" : type;
    return `  - { id: ${id}, label: ${quote(shown)}, type: ${kind}${more.map((part) => `, ${part}`).join("")} }`;
  });
  return lines.length === 0 ? [] : ["ask:", ...lines];
}

function sectionOf(step: DraftStep): string[] {
  const isWhole = step.words === step.title;
  const details = step.details.map((line) =>
    line.startsWith("[ ] ") ? `- [ ] ${mdxText(line.slice(4))}` : `- ${mdxText(line)}`,
  );
  const said =
    step.offset === "" || offsetMeant(step.offset, true) ? [] : [words.dueSays(mdxText(step.offset)), ""];
  const whole = isWhole ? [] : [paragraph(step.words), ""];
  const list = details.length === 0 ? [] : [...details, ""];
  const body = [...whole, ...said, ...list];
  return [`## ${mdxText(step.title)}`, "", ...(body.length > 0 ? body : [`QUESTION: ${words.how}`, ""])];
}

function restOf(lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const shown = lines.map((line) =>
    line.startsWith("## ") ? `- **${mdxText(line.slice(3))}**` : `- ${mdxText(line)}`,
  );
  return [`## ${words.rest}`, "", ...shown, ""];
}

/** A paragraph that begins with nothing that begins anything else in MDX. */
function paragraph(line: string): string {
  const shown = mdxText(line);
  return /^(?:import|export)\b|^(?:[-+#>|]|\d+[.)])/.test(shown) ? `- ${shown}` : shown;
}

function openOf(
  list: ImportedList,
  steps: readonly DraftStep[],
  dues: readonly (string | undefined)[],
  roleOf: (name: string) => string | undefined,
): string[] {
  const without = steps.filter(({ role }) => roleOf(role) === undefined).length;
  const undated = dues.filter((due) => due === undefined).length;
  return [
    words.openPurpose,
    ...(without > 0 ? [words.openRoles(without)] : []),
    ...(undated > 0 ? [words.openDates(undated)] : []),
    words.openOrder,
    ...(list.items.length > steps.length ? [words.openGrouped(list.items.length, steps.length)] : []),
    ...(list.rest.length > 0 ? [words.openRest(list.rest.length)] : []),
  ];
}

function quote(value: string): string {
  return JSON.stringify(value);
}

function nameOf(file: string): string {
  const name = file
    .replace(/\.[^.]+$/, "")
    .replace(/[_-]+/g, " ")
    .trim();
  return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
}
