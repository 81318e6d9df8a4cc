import type { ProcessDefinition } from "../../core/definition/index.ts";
import { effortInWords, lengthInWords, shortDate, siteText } from "../../core/text/index.ts";
import { addressesUnder } from "./addresses.ts";
import { confirmedOn } from "./confirmed-on.ts";
import { learntText } from "./decisions.ts";
import { departmentsOf } from "./departments.ts";
import { earliestPlanOf } from "./earliest-plan-of.ts";
import { involvementOf } from "./five-questions.ts";
import { type GithubLinks, githubLinks } from "./github-links.ts";
import { type HistoryLine, historyLines } from "./history-lines.ts";
import { type Pager, pagerOf } from "./pager.ts";
import { lastTimeText, pastRuns, type RunLine } from "./past-runs.ts";
import { type PlanQuestion, planQuestions } from "./plan-questions.ts";
import { type PlanTable, planTable } from "./plan-rows.ts";
import { type ProposalLine, proposalLines } from "./proposal-lines.ts";
import { type RaciRow, raciTable } from "./raci-table.ts";
import { type RelatedProcesses, relatedProcesses } from "./related-processes.ts";
import { repeatsInWords } from "./repeats-words.ts";
import { type Link, type RoleLink, roleLink } from "./role-link.ts";
import { roleTitle } from "./role-title.ts";
import type { Site, SiteProcess } from "./site.ts";
import { type StartForm, startFormOf } from "./start-form.ts";
import { type StepView, stepViews } from "./step-view.ts";

/** Everything the page of a process shows, ready to be put down. */
export interface ProcessPage {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly summary: string;
  readonly area: Link;
  readonly owner: RoleLink;
  readonly trigger: string;
  readonly outcome: string;
  readonly leadTime: string;
  readonly effort?: string | undefined;
  readonly repeats?: string | undefined;
  readonly reviewEvery?: string | undefined;
  readonly tools: readonly string[];
  readonly questions: {
    readonly inform: readonly RoleLink[];
    readonly takePart: readonly RoleLink[];
    readonly bringInput: readonly RoleLink[];
    readonly departments: readonly {
      readonly name: string;
      readonly href: string;
      readonly roles: readonly RoleLink[];
    }[];
    readonly ownDepartment?: string | undefined;
    readonly lastTime: string;
  };
  readonly introduction: string;
  /** Whether a diagram in its texts is drawn only when the page is open. */
  readonly drawsLater: boolean;
  readonly flow: string;
  readonly steps: readonly StepView[];
  readonly sections: SiteProcess["texts"]["sections"];
  readonly start: StartForm;
  readonly dates: PlanTable;
  readonly planQuestions: readonly PlanQuestion[];
  readonly raci: readonly RaciRow[];
  readonly related: RelatedProcesses;
  readonly pager: Pager;
  readonly history: readonly HistoryLine[];
  /** What was changed in the folder since, and is in no commit yet; absent where nothing was. */
  readonly notCommitted?: readonly string[] | undefined;
  readonly proposals: readonly ProposalLine[];
  readonly runs: readonly RunLine[];
  /** How much of the text past runs have taught; absent where none has. */
  readonly learnt?: string | undefined;
  readonly propose?: string | undefined;
  readonly edit?: string | undefined;
  readonly changes?: string | undefined;
}

/** The page of a process. */
export function processPage(subject: SiteProcess, site: Site): ProcessPage {
  const { definition, texts, flow } = subject;
  const addresses = addressesUnder(site.settings.base);
  const role = (id: string) => roleLink(id, site.handbook.roles, addresses);
  const github: GithubLinks = githubLinks(definition, site);
  const plan = earliestPlanOf(definition, site);
  const involvement = involvementOf(definition, site.handbook.roles);
  const effortMinutes = definition.steps.reduce((sum, step) => sum + (step.effortMinutes ?? 0), 0);
  return {
    id: definition.id,
    href: addresses.process(definition.id),
    title: definition.title,
    summary: definition.summary,
    area: {
      text: site.handbook.config.areas.get(definition.area) ?? definition.area,
      href: addresses.area(definition.area),
    },
    owner: role(definition.processOwner),
    trigger: definition.trigger,
    outcome: definition.outcome,
    leadTime: siteText.processPage.businessDays(plan.leadTimeBusinessDays),
    effort: effortMinutes === 0 ? undefined : effortInWords(effortMinutes),
    repeats: definition.repeats && repeatsInWords(definition.repeats),
    reviewEvery: reviewText(definition, site),
    tools: definition.tools,
    questions: {
      inform: involvement.inform.map(role),
      takePart: involvement.takePart.map(role),
      bringInput: involvement.bringInput.map(role),
      departments: [...involvement.otherDepartments].map(([name, roles]) => ({
        name,
        href: addresses.department(departmentsOf(site).get(name)?.id ?? ""),
        roles: roles.map(role),
      })),
      ownDepartment: involvement.ownDepartment,
      lastTime: lastTimeText(definition.id, plan.leadTimeBusinessDays, site),
    },
    introduction: texts.introduction,
    drawsLater: texts.drawsLater,
    flow,
    steps: stepViews(subject, site, addresses),
    sections: texts.sections,
    start: startFormOf(definition, plan.earliestAnchorDate, site),
    dates: planTable(
      plan,
      definition,
      { roleTitle: (id) => roleTitle(id, site.handbook.roles.get(id)), nameOf: site.nameOf },
      { today: site.today, calendar: site.measureFrame().calendarOf(definition.id) },
    ),
    planQuestions: planQuestions(definition),
    raci: raciTable(subject, site),
    related: relatedProcesses(definition, site),
    pager: pagerOf(definition.area, addresses.process(definition.id), site),
    history: historyLines(subject.history, github, site),
    notCommitted: subject.notCommitted,
    proposals: proposalLines(definition.id, site),
    runs: pastRuns(definition.id, site),
    learnt: learntText(definition.id, site),
    propose: github.propose(),
    edit: github.edit,
    changes: github.changes,
  };
}

function reviewText({ id, reviewEvery }: ProcessDefinition, site: Site): string | undefined {
  const day = confirmedOn(id, site);
  return (
    reviewEvery &&
    siteText.processPage.reviewed(lengthInWords(reviewEvery), day === undefined ? undefined : shortDate(day))
  );
}
