import type { ProcessDefinition, Step, StepId } from "../definition/index.ts";
import { parseInstructions } from "../definition/index.ts";
import { withAnchorDate, writeFormBody } from "../form/index.ts";
import { joinMarkdown, type Markdown, md, ours, text } from "../text/index.ts";
import { holdersOf } from "./commands/may-command.ts";
import { issueMarkdown } from "./issue-markdown.ts";
import type { Ledger } from "./ledger.ts";
import { readMarker, writeMarker } from "./marker.ts";
import type { ObservedIssue, ObservedRun } from "./observed-run.ts";
import type { RunHandbook } from "./run-handbook.ts";
import type { RunState, TaskState } from "./task-state.ts";
import { turnOf } from "./turn-of.ts";

/** What a step's issue is written from. */
export interface StepIssueFacts {
  readonly task: TaskState;
  readonly state: RunState;
  readonly ledger: Ledger;
  readonly definition: ProcessDefinition;
  readonly handbook: RunHandbook;
  readonly observed: ObservedRun;
}

const longestTitle = 200;
const factsStart = "<!-- handrail:facts -->";
const factsEnd = "<!-- /handrail:facts -->";

/** What a run is called, without the process: what its title adds to it, else the first text its form was given. */
export function runName({
  definition,
  ledger,
  observed,
}: Pick<StepIssueFacts, "definition" | "ledger" | "observed">): string {
  const title = plainTitle(observed.run.title);
  const opening = `${definition.title}:`;
  const name = title.startsWith(opening) ? title.slice(opening.length).trim() : title;
  if (name !== "" && name !== definition.title) return name;
  const field = definition.ask.find(({ id, type }) => type === "text" && ledger.answers[id]);
  return plainTitle((field && ledger.answers[field.id]) ?? "").slice(0, 80);
}

/** The title of a step's issue: what is done, and for which run when the run has a name. */
export function stepIssueTitle(facts: StepIssueFacts): string {
  const name = runName(facts);
  return plainTitle(name === "" ? facts.task.title : `${facts.task.title}: ${name}`).slice(0, longestTitle);
}

/** The title of a run's issue: its own, with the run's name where the form left it out. */
export function runIssueTitle(facts: Pick<StepIssueFacts, "definition" | "ledger" | "observed">): string {
  const { definition, observed } = facts;
  const isUnnamed = plainTitle(observed.run.title).replace(/:$/, "") === definition.title;
  const name = isUnnamed ? runName(facts) : "";
  return name === "" ? observed.run.title : `${definition.title}: ${name}`;
}

function plainTitle(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
}

/** The body of a step's issue when it is made. */
export function stepIssueBody(facts: StepIssueFacts): string {
  const { task, definition, handbook } = facts;
  const child = childOf(facts);
  if (child) return childRunBody(child, facts);
  const url = handbookUrl(facts, definition);
  const instructions = task.definition?.instructions.markdown ?? "";
  const parts = [
    ours(factsBlock(facts)),
    task.definition ? handover(task.definition, facts) : md``,
    instructions === "" ? md`` : issueMarkdown(parseInstructions(instructions), handbookBase(handbook, url)),
    text.stepIssue.ending(turnOf(facts)),
    text.stepIssue.footer(url),
  ];
  return `${joinMarkdown(parts, "\n\n").text}\n\n${stepMarker(facts.observed.run.number, task.step, facts.ledger.revision)}`;
}

/** The process that a step starts; nothing for any other step, and for a process that the handbook lacks. */
export function childOf({
  task,
  handbook,
}: Pick<StepIssueFacts, "task" | "handbook">): ProcessDefinition | undefined {
  const id = task.kind === "process" ? task.definition?.process : undefined;
  return id === undefined ? undefined : handbook.handbook.processes.get(id);
}

/**
 * The issue of a step that starts a process is a run of its own: it asks for that process with the step's due date as
 * its anchor date. Questions both forms have get the same answer; a text that is still missing gets the run's name.
 */
function childRunBody(child: ProcessDefinition, facts: StepIssueFacts): string {
  const { ledger, task, observed } = facts;
  const name = stepIssueTitle(facts);
  const answers = new Map(
    child.ask.flatMap((field) => {
      const given = ledger.answers[field.id] ?? field.default;
      const fallback =
        field.required && (field.type === "text" || field.type === "long-text") ? name : undefined;
      const answer = given ?? fallback;
      return answer === undefined ? [] : [[field.id, answer] as const];
    }),
  );
  const marker = stepMarker(observed.run.number, task.step, ledger.revision);
  return `${factsBlock(facts)}\n\n${marker}\n\n${writeFormBody(child, task.dueDate, answers)}`;
}

/**
 * The body with its facts brought up to date; the same text when they are. Only the block of facts is touched, so
 * that ticked boxes and anything people added stay. A body whose block is gone is left alone.
 */
export function withCurrentFacts(body: string, facts: StepIssueFacts): string {
  const start = body.indexOf(factsStart);
  const end = body.indexOf(factsEnd, start);
  if (start < 0 || end < 0) return body;
  const present = body.slice(start, end + factsEnd.length);
  const wanted = factsBlock(facts);
  const child = childOf(facts);
  const rest = body.slice(start + present.length);
  const wantedRest = child ? withAnchorDate(rest, child, facts.task.dueDate) : rest;
  // A body edited on GitHub's pages comes back with Windows line ends.
  if (present.replaceAll("\r\n", "\n") === wanted && wantedRest === rest) return body;
  return body.slice(0, start) + wanted + wantedRest;
}

function factsBlock({ task, state, definition, observed }: StepIssueFacts): string {
  const position = definition.steps.findIndex((step) => step.id === task.step) + 1;
  const waitsFor = state.tasks.filter((other) => task.dependsOn.includes(other.step));
  const block = text.stepIssue.facts({
    position,
    steps: definition.steps.length,
    run: observed.run.number,
    process: definition.title,
    dueDate: task.dueDate,
    baselineDueDate: task.baselineDueDate,
    effortMinutes: task.definition?.effortMinutes,
    respondMinutes: task.definition?.respondMinutes,
    waitsFor: waitsFor.map(({ title }) => title),
  });
  return `${factsStart}\n${block.text}\n${factsEnd}`;
}

/** What the step gets and from whom, what it leaves behind and who waits for that, and who is asked and told. */
function handover(step: Step, facts: StepIssueFacts): Markdown {
  const { state, handbook, definition } = facts;
  const roleTitle = (role: string) => handbook.handbook.roles.get(role)?.title ?? role;
  const person = (role: string) => ({ role: roleTitle(role), person: holdersOf(role, facts)[0] });
  const find = (id: StepId) => state.tasks.find((other) => other.step === id);
  const waiting = definition.steps.filter((other) => other.dependsOn.includes(step.id));
  return text.stepIssue.handover({
    inputs: step.inputs.map(({ what, from }) => {
      const source = find(from);
      return source
        ? { what, step: source.title, people: source.people }
        : { what, role: roleTitle(from), people: holdersOf(from, facts).slice(0, 1) };
    }),
    outputs: step.outputs,
    waiting: waiting.map((other) => ({ title: other.title, people: find(other.id)?.people ?? [] })),
    tools: step.tools,
    consulted: step.consulted.map(person),
    informed: step.informed.map(person),
    accountable: person(step.accountable),
  });
}

function handbookUrl(
  { observed, ledger, handbook }: StepIssueFacts,
  definition: ProcessDefinition,
): { site?: string; source: string } {
  const { site } = handbook.handbook.config;
  const source = `${observed.repository.url}/blob/${ledger.revision}/${handbook.root}/${definition.path}`;
  return {
    ...(site !== undefined && { site: `${site.replace(/\/$/, "")}/processes/${definition.id}/` }),
    source,
  };
}

function handbookBase({ handbook }: RunHandbook, url: { readonly source: string }): string {
  return handbook.config.site ?? url.source.replace(/\/[^/]*\/[^/]*$/, "");
}

/** The key that ties an issue to its step. */
export function stepMarker(run: number, step: StepId, revision: string): string {
  return writeMarker("step", { run, step, revision });
}

/** The step an issue of ours was made for; nothing for any other issue. */
export function stepOfIssue(issue: ObservedIssue, run: number): StepId | undefined {
  const value = issue.isOurs ? readMarker("step", issue.body) : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  const { run: markedRun, step } = value as { run?: unknown; step?: unknown };
  return markedRun === run && typeof step === "string" ? step : undefined;
}

/** The commit that the issues of a run's steps were written from; nothing while there are none of ours. */
export function revisionOfSteps({ run, steps }: ObservedRun): string | undefined {
  const first = steps.find((issue) => stepOfIssue(issue, run.number) !== undefined);
  const value = first && readMarker("step", first.body);
  const revision =
    typeof value === "object" && value !== null ? (value as { revision?: unknown }).revision : undefined;
  return typeof revision === "string" && /^[0-9a-f]{40,64}$/.test(revision) ? revision : undefined;
}

/** The number of the run a step's body names, whoever wrote it: a hint where to look, never a fact to decide by. */
export function runOfStepBody(body: string): number | undefined {
  const value = readMarker("step", body);
  const run = typeof value === "object" && value !== null ? (value as { run?: unknown }).run : undefined;
  return typeof run === "number" && Number.isInteger(run) && run > 0 ? run : undefined;
}

/** The step id of a sub-issue that somebody added by hand. */
export function addedByHand(issue: number): StepId {
  return `issue-${issue}`;
}
