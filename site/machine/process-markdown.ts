import { escapeMarkdown, siteText } from "../../core/text/index.ts";
import type { ProcessPage } from "../data/process-page.ts";
import type { SiteProcess } from "../data/site.ts";
import type { Handover, StepView } from "../data/step-view.ts";
import { answersInMarkdown } from "../markdown/answers-in-markdown.ts";
import { linksAsOnPage } from "../markdown/links-as-on-page.ts";
import { resolveLink } from "../markdown/resolve-link.ts";

/**
 * A process page as Markdown: the facts, the five questions, and every step with its instructions as written. Links
 * lead where they lead on the page. `base` is the path the site is served under.
 */
export function processMarkdown({ definition }: SiteProcess, page: ProcessPage, base: string): string {
  const words = siteText.processPage;
  const asOnPage = (markdown: string) =>
    linksAsOnPage(answersInMarkdown(markdown, definition), (url) => resolveLink(url, definition.path, base));
  const {
    questions,
    history: [changed],
  } = page;
  const names = (roles: readonly { readonly text: string }[]) =>
    roles.length === 0 ? words.nobody : roles.map(({ text }) => escapeMarkdown(text)).join(", ");
  const facts = [
    [words.inform, names(questions.inform)],
    [words.takesPart, names(questions.takePart)],
    [words.input, names(questions.bringInput)],
    [
      words.departments,
      questions.departments.map(({ name }) => escapeMarkdown(name)).join(", ") ||
        words.noOtherDepartment(undefined),
    ],
    [words.lastTime, questions.lastTime],
    [words.owner, names([page.owner])],
    [words.trigger, escapeMarkdown(page.trigger)],
    [words.outcome, escapeMarkdown(page.outcome)],
    [words.leadTime, page.leadTime],
    [words.effort, page.effort],
    [words.anchor, escapeMarkdown(page.start.anchor)],
    [words.repeats, page.repeats],
    [words.review, page.reviewEvery],
    [words.tools, escapeMarkdown(page.tools.join(", "))],
    [
      words.revision,
      changed &&
        `${escapeMarkdown(words.changedBy(changed.date, changed.author))}, ${words.revisionIs(changed.revision)}`,
    ],
  ].filter(([, value]) => value !== undefined && value !== "");
  return [
    `# ${escapeMarkdown(page.title)}`,
    escapeMarkdown(page.summary),
    facts.map(([name, value]) => `- **${name}** ${value}`).join("\n"),
    asOnPage(definition.introduction),
    `## ${words.steps}`,
    ...page.steps.flatMap((step, index) => [
      ...(step.phase !== undefined && step.phase !== page.steps[index - 1]?.phase
        ? [`**${escapeMarkdown(step.phase)}**`]
        : []),
      ...stepMarkdown(step, asOnPage(definition.steps[step.number - 1]?.instructions.markdown ?? "")),
    ]),
    ...definition.sections.flatMap(({ title, markdown }) => [
      `## ${escapeMarkdown(title)}`,
      asOnPage(markdown),
    ]),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function stepMarkdown(step: StepView, instructions: string): string[] {
  return [
    `### ${step.number}. ${escapeMarkdown(step.title)}`,
    stepFacts(step).join(" · "),
    stepLines(step)
      .map(([label, value]) => `- ${label}: ${escapeMarkdown(value)}`)
      .join("\n"),
    instructions,
  ];
}

function stepFacts(step: StepView): string[] {
  const words = siteText.step;
  const labelled = (label: string, value: string | undefined) => (value ? [`${label} ${value}`] : []);
  return [
    ...(step.kindName ? [step.kindName] : []),
    `${step.doersLabel} ${step.doers.map(({ text }) => escapeMarkdown(text)).join(", ")}`,
    ...(step.namedAtStart.length > 0 ? [escapeMarkdown(words.namedAtStart(step.namedAtStart))] : []),
    ...(step.due ? [escapeMarkdown(step.due)] : []),
    ...labelled(words.duration, step.duration),
    ...labelled(words.effort, step.effort),
    ...labelled(words.respond, step.respond),
    ...(step.forEach ? [escapeMarkdown(step.forEach)] : []),
    ...(step.isStrict ? [words.strict] : []),
    ...(step.optional ? [words.optional] : []),
  ];
}

/** What else a step says, as label and text; nothing where it says nothing. */
function stepLines(step: StepView): (readonly [label: string, value: string])[] {
  const words = siteText.step;
  const handed = (between: string, { what, other }: Handover) =>
    other === undefined ? what : `${what}, ${between} ${other.text}`;
  const texts = (links: readonly { readonly text: string }[]) => links.map(({ text }) => text).join(", ");
  const lines: (readonly [string, string])[] = [
    ...step.conditions.map((condition) => [words.onlyIf, condition] as const),
    ...step.needs.map((need) => [words.needs, handed(words.from, need)] as const),
    ...step.leaves.map((left) => [words.leaves, handed(words.forStep, left)] as const),
    [words.collects, step.collects.join(", ")],
    [words.options, step.options.join(", ")],
    [words.judges, step.judges?.text ?? ""],
    [words.child, step.child?.text ?? ""],
    [words.waitsFor, texts(step.waitsFor)],
    [words.tools, step.tools.join(", ")],
    [words.consulted, texts(step.consulted)],
    [words.informed, texts(step.informed)],
    [words.accountable, step.accountable?.text ?? ""],
  ];
  return lines.filter(([, value]) => value !== "");
}
