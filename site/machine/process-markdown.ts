import { escapeMarkdown, siteText } from "../../core/text/index.ts";
import type { ProcessPage } from "../data/process-page.ts";
import type { SiteProcess } from "../data/site.ts";

/** A process page as Markdown: the facts, the five questions, and every step with its instructions as written. */
export function processMarkdown({ definition }: SiteProcess, page: ProcessPage): string {
  const words = siteText.processPage;
  const { questions } = page;
  const names = (roles: readonly { readonly text: string }[]) =>
    roles.length === 0 ? words.nobody : roles.map(({ text }) => escapeMarkdown(text)).join(", ");
  const facts = [
    [words.owner, names([page.owner])],
    [words.trigger, escapeMarkdown(page.trigger)],
    [words.outcome, escapeMarkdown(page.outcome)],
    [words.leadTime, page.leadTime],
    [words.inform, names(questions.inform)],
    [words.takesPart, names(questions.takePart)],
    [words.input, names(questions.bringInput)],
    [
      words.departments,
      questions.departments.map(({ name }) => escapeMarkdown(name)).join(", ") ||
        words.noOtherDepartment(undefined),
    ],
    [words.lastTime, questions.lastTime],
  ];
  return [
    `# ${escapeMarkdown(page.title)}`,
    escapeMarkdown(page.summary),
    facts.map(([name, value]) => `- **${name}** ${value}`).join("\n"),
    definition.introduction,
    `## ${words.steps}`,
    ...page.steps.flatMap((step) =>
      stepMarkdown(step, definition.steps[step.number - 1]?.instructions.markdown ?? ""),
    ),
    ...definition.sections.flatMap(({ title, markdown }) => [`## ${escapeMarkdown(title)}`, markdown]),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function stepMarkdown(step: ProcessPage["steps"][number], instructions: string): string[] {
  const who = `${step.doersLabel} ${step.doers.map(({ text }) => escapeMarkdown(text)).join(", ")}`;
  const facts = [step.kindName, who, step.due, step.duration].filter((fact) => fact !== undefined);
  return [`### ${step.number}. ${escapeMarkdown(step.title)}`, facts.join(" · "), instructions];
}
