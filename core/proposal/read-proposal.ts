import type { Handbook, ProcessDefinition, Step } from "../definition/index.ts";
import { splitFormBody } from "../form/index.ts";
import { nearest } from "../message.ts";
import { type Markdown, text } from "../text/index.ts";

/** What should be otherwise. */
export type ProposalKind = keyof typeof text.proposalKinds;

/** What somebody proposes, in their words, for a process and perhaps a step of it. */
export interface ProposalRequest {
  readonly definition: ProcessDefinition;
  readonly step: Step | undefined;
  readonly kind: ProposalKind;
  readonly value: string;
  readonly reason: string;
}

export type ProposalReading =
  | { readonly ok: true; readonly request: ProposalRequest }
  | { readonly ok: false; readonly problems: readonly Markdown[] };

const words = text.proposal;
const labels = [words.processLabel, words.stepLabel, words.kindLabel, words.valueLabel, words.reasonLabel];
const longestValue = 20_000;

/** Whether the body of an issue was made from the form. */
export function isProposalBody(body: string): boolean {
  const typed = splitFormBody(body, labels);
  return typed.has(words.processLabel) && typed.has(words.kindLabel) && typed.has(words.valueLabel);
}

/** Reads the body of an issue made from the form. Never throws; every problem is told at once. */
export function readProposal(body: string, handbook: Handbook): ProposalReading {
  const typed = splitFormBody(body, labels);
  const answer = (label: string) => (typed.get(label) ?? "").slice(0, longestValue);
  const problems = [words.processLabel, words.valueLabel]
    .filter((label) => answer(label) === "")
    .map((label) => words.missing(label));
  if (problems.length > 0) return { ok: false, problems };
  const asked = answer(words.processLabel).split("\n", 1)[0]?.trim() ?? "";
  const definition = processNamed(asked, handbook);
  if (!definition)
    return { ok: false, problems: [words.unknownProcess(asked, nearProcess(asked, handbook))] };
  const kind = kindNamed(answer(words.kindLabel));
  const named = answer(words.stepLabel).split("\n", 1)[0]?.trim() ?? "";
  const step = named === "" ? undefined : stepNamed(named, definition);
  const titles = definition.steps.map(({ title }) => title);
  if (named === "" && kind !== "other")
    return { ok: false, problems: [words.whichStep(definition.title, titles)] };
  if (named !== "" && !step)
    return { ok: false, problems: [words.unknownStep(named, definition.title, titles)] };
  const request = {
    definition,
    step,
    kind,
    value: answer(words.valueLabel),
    reason: answer(words.reasonLabel),
  };
  return { ok: true, request };
}

function kindNamed(answer: string): ProposalKind {
  const known = Object.entries(text.proposalKinds).find(([, label]) => label === answer);
  return (known?.[0] as ProposalKind | undefined) ?? "other";
}

/** A process by its id, its title, or the address of its page. */
function processNamed(asked: string, { processes }: Handbook): ProcessDefinition | undefined {
  const id = /\/processes\/([a-z0-9-]+)/.exec(asked)?.[1] ?? asked;
  return processes.get(id) ?? [...processes.values()].find(({ title }) => isSame(title, asked));
}

function nearProcess(asked: string, { processes }: Handbook): string | undefined {
  const titles = [...processes.values()].map(({ title }) => title);
  const id = nearest(asked, processes.keys());
  return nearest(asked, titles) ?? (id === undefined ? undefined : processes.get(id)?.title);
}

function stepNamed(named: string, { steps }: ProcessDefinition): Step | undefined {
  const exact = steps.find(({ id, title }) => id === named || isSame(title, named));
  const near = nearest(
    named,
    steps.map(({ title }) => title),
  );
  return exact ?? steps.find(({ title }) => title === near);
}

function isSame(a: string, b: string): boolean {
  return a.replace(/\s+/g, " ").trim().toLowerCase() === b.replace(/\s+/g, " ").trim().toLowerCase();
}
