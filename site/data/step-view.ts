import {
  type KnownSibling,
  type ProcessDefinition,
  type RoleId,
  type Step,
  type StepId,
  type StepKind,
  siblingIn,
  waitingBeside,
} from "../../core/definition/index.ts";
import { dueInWords, effortInWords, siteText } from "../../core/text/index.ts";
import type { Addresses } from "./addresses.ts";
import { conditionInWords } from "./condition-words.ts";
import { leavesOf } from "./leaves-of.ts";
import { type Link, type RoleLink, roleLink } from "./role-link.ts";
import type { Site, SiteProcess } from "./site.ts";

/** Something that passes from one to another. */
export interface Handover {
  readonly what: string;
  /** The step or role it comes from or goes to. */
  readonly other?: Link | undefined;
}

/** A step as its section on the process page shows it. */
export interface StepView {
  readonly id: StepId;
  readonly number: number;
  readonly title: string;
  readonly kind: StepKind;
  readonly kindName?: string | undefined;
  readonly optional: boolean;
  /** The heading it stands under. */
  readonly phase?: string | undefined;
  /** That it is done once for each item of a list; absent where it is done once. */
  readonly forEach?: string | undefined;
  /** Whether it cannot be done before its turn. */
  readonly isStrict: boolean;
  readonly conditions: readonly string[];
  readonly due?: string | undefined;
  readonly duration?: string | undefined;
  readonly effort?: string | undefined;
  readonly respond?: string | undefined;
  readonly doers: readonly RoleLink[];
  /** Questions of the start form whose answer takes a role of the step; empty where its people are the usual ones. */
  readonly namedAtStart: readonly string[];
  /** What stands before the doers: who, or approved by. */
  readonly doersLabel: string;
  /** The accountable role where it is not the process owner. */
  readonly accountable?: RoleLink | undefined;
  /** What is entered when it is done, each in words. */
  readonly collects: readonly string[];
  readonly needs: readonly Handover[];
  readonly leaves: readonly Handover[];
  readonly waitsFor: readonly Link[];
  readonly releases: readonly Link[];
  readonly tools: readonly string[];
  readonly consulted: readonly RoleLink[];
  readonly informed: readonly RoleLink[];
  readonly judges?: Link | undefined;
  readonly options: readonly string[];
  readonly child?: Link | undefined;
  readonly html: string;
}

/** Every step of a process as its page shows it, in the order written. */
export function stepViews({ definition, texts }: SiteProcess, site: Site, addresses: Addresses): StepView[] {
  return definition.steps.map((step, index) => {
    const role = (id: RoleId) => roleLink(id, site.handbook.roles, addresses);
    const stepLink = (id: StepId): Link => linkToStep(definition, id);
    const doers = step.kind === "approval" ? step.approvers : step.roles;
    const child = step.process === undefined ? undefined : site.processes.get(step.process)?.definition;
    return {
      id: step.id,
      number: index + 1,
      title: step.title,
      kind: step.kind,
      kindName: step.kind === "task" ? undefined : siteText.kinds[step.kind],
      optional: step.optional,
      conditions: step.when.map((condition) => conditionInWords(condition, definition)),
      due: dueInWords(step, definition),
      isStrict: step.isStrict === true,
      phase: step.phase,
      forEach:
        step.eachOf &&
        siteText.step.forEach(definition.ask.find(({ id }) => id === step.eachOf)?.label ?? step.eachOf),
      duration:
        step.durationBusinessDays === undefined
          ? undefined
          : siteText.length.units.bd(step.durationBusinessDays),
      effort: step.effortMinutes === undefined ? undefined : effortInWords(step.effortMinutes),
      respond: step.respondMinutes === undefined ? undefined : effortInWords(step.respondMinutes),
      doers: (doers.length > 0 ? doers : [step.accountable]).map(role),
      namedAtStart: definition.ask.flatMap(({ label, role: named }) =>
        named !== undefined && doers.includes(named) ? [label] : [],
      ),
      doersLabel:
        step.kind === "approval"
          ? siteText.step.approvers(step.policy, step.approvers.length > 1)
          : siteText.step.who,
      accountable: step.accountable === definition.processOwner ? undefined : role(step.accountable),
      collects: step.collect.map(({ label, type, options, required }) =>
        siteText.step.collected(label, type, options, required),
      ),
      needs: step.inputs.map(({ what, from }) => ({
        what,
        other: hasStep(definition, from) ? stepLink(from) : role(from),
      })),
      leaves: leavesOf(step, definition).map(({ what, taker }) => ({
        what,
        other: taker && linkToStep(definition, taker.id),
      })),
      waitsFor: [...step.dependsOn.map(stepLink), ...besideOf(step, definition, site, addresses)],
      releases: definition.steps
        .filter((later) => later.dependsOn.includes(step.id))
        .map(({ id }) => stepLink(id))
        .concat(
          waitingBeside(definition.id, step.id, site.handbook.processes).map((other) =>
            linkBeside(other, addresses),
          ),
        ),
      tools: step.tools,
      consulted: step.consulted.map(role),
      informed: step.informed.map(role),
      judges: step.approves === undefined ? undefined : stepLink(step.approves),
      options: step.options,
      child: child && { text: child.title, href: addresses.process(child.id) },
      html: texts.steps[step.id] ?? "",
    };
  });
}

/** The steps it waits for in processes that are started beside its own. */
function besideOf(
  { afterSiblings = [] }: Step,
  { id }: ProcessDefinition,
  { handbook }: Site,
  addresses: Addresses,
): Link[] {
  return afterSiblings.flatMap((written) => {
    const known = siblingIn(written, id, handbook.processes);
    if (!known) return [];
    return [linkBeside(known, addresses)];
  });
}

/** A step of a process that is started beside this one. */
function linkBeside({ process, step }: KnownSibling, addresses: Addresses): Link {
  return {
    text: siteText.step.beside(step.title, process.title),
    href: addresses.process(process.id, step.id),
  };
}

function linkToStep(definition: ProcessDefinition, id: StepId): Link {
  return { text: definition.steps.find((step) => step.id === id)?.title ?? id, href: `#${id}` };
}

function hasStep(definition: ProcessDefinition, id: string): boolean {
  return definition.steps.some((step) => step.id === id);
}
