import type { AskField, ProcessDefinition, Step } from "../definition/index.ts";
import type { StepMatch } from "./match-steps.ts";
import type { ProcessChange, WordingPart } from "./process-change.ts";
import { saysTheSame } from "./says-the-same.ts";

/** The one change that sums up which texts read otherwise; nothing when all read as before. */
export function wordingChange(
  before: ProcessDefinition,
  after: ProcessDefinition,
  { pairs }: StepMatch,
): ProcessChange[] {
  const steps = pairs
    .filter((pair) => !saysTheSame(proseOf(pair.before), proseOf(pair.after)))
    .map((pair) => pair.after.title);
  // A question that came or went is told by itself.
  const asked = new Set(before.ask.map(({ id }) => id)).intersection(new Set(after.ask.map(({ id }) => id)));
  const questions = ({ ask }: ProcessDefinition) => ask.filter(({ id }) => asked.has(id));
  const texts: readonly (readonly [WordingPart, (definition: ProcessDefinition) => string])[] = [
    ["title", ({ title }) => title],
    ["summary", ({ summary }) => summary],
    ["trigger", ({ trigger }) => trigger],
    ["outcome", ({ outcome }) => outcome],
    ["introduction", ({ introduction }) => introduction],
    ["sections", ({ sections }) => sections.map(({ title, markdown }) => `${title}\n${markdown}`).join("\n")],
    ["questions", (definition) => questions(definition).map(questionWords).sort().join("\n")],
    ["tags", ({ tags }) => tags.toSorted().join("\n")],
  ];
  const parts = texts.filter(([, read]) => !saysTheSame(read(before), read(after))).map(([part]) => part);
  return steps.length + parts.length === 0 ? [] : [{ kind: "wording", steps, parts }];
}

/** The instructions without the boxes of the checklist, which are compared one by one. */
function proseOf({ instructions }: Step): string {
  return instructions.markdown.replace(/^[ \t]*[-*+][ \t]+\[[ xX]\].*$/gm, "");
}

function questionWords({ label, type, help, default: given }: AskField): string {
  return [label, type, help ?? "", given ?? ""].join(" · ");
}
