import { type CivilDate, parseCivilDate } from "../../../core/calendar/index.ts";
import { defineHandbook, type Handbook, parseHandbook } from "../../../core/definition/index.ts";
import { writeFormBody } from "../../../core/form/index.ts";
import { readHandbookFolder } from "../../../disk/index.ts";
import type { Issue, Sandbox } from "../../../sandbox/index.ts";
import { botFor, openStart, request, sandboxWith } from "./bench-world.ts";

/** The mails one person got from the bot, by what they are about. */
export interface Mails {
  readonly login: string;
  /** The steps that are theirs. */
  readonly steps: number;
  /** All but those below: that a step is theirs, that it is their turn, what became of it, and of the run. */
  readonly others: number;
  readonly reminders: number;
  /** The most reminders about one step. */
  readonly mostReminders: number;
  /** That a step is over which they are to be informed of. */
  readonly informed: number;
}

const day = 86_400_000;

/** Who got how many mails in one whole run of the blog process, in which everybody is done on the due date. */
export async function countMails(): Promise<Mails[]> {
  const { handbook, files } = await blogHandbook();
  const sandbox = sandboxWith(files, loginsOf(handbook));
  const bot = botFor(sandbox);
  const run = await openStart(sandbox, "demo-lena", "Publish a blog post: Rails", startBody(handbook));
  await bot.runs.look(bot.ref, run);
  for (let passed = 0; passed < 60; passed += 1) {
    const now = Date.parse("2026-11-03T08:00:00Z") + passed * day;
    bot.setNow(new Date(now).toISOString());
    await bot.runs.sweep(bot.ref);
    for (const issue of openSteps(sandbox, run).filter((step) => endOfDueDate(step) - now <= day)) {
      await endStep(sandbox, issue);
      await bot.runs.look(bot.ref, run);
    }
  }
  if (sandbox.state.issues.get(run)?.state !== "closed") throw new Error("The run did not end.");
  return mailsOf(sandbox, run);
}

async function blogHandbook() {
  const everything = await readHandbookFolder("processes");
  const texts = new Map(
    [...everything].filter(([path]) => path.endsWith(".yml") || path.includes("publish-blog-post")),
  );
  const files = new Map([...texts].map(([path, text]) => [`processes/${path}`, text]));
  return { handbook: defineHandbook(parseHandbook(texts), () => true), files };
}

const loginsOf = ({ roles }: Handbook): string[] => [
  ...new Set([...roles.values()].flatMap(({ people, deputies }) => [...people, ...deputies])),
];

function startBody(handbook: Handbook): string {
  const definition = handbook.processes.get("publish-blog-post");
  if (!definition) throw new Error("The handbook has no blog process.");
  return writeFormBody(definition, parseCivilDate("2026-12-18") as CivilDate, new Map([["topic", "Rails"]]));
}

const openSteps = (sandbox: Sandbox, run: number): Issue[] =>
  [...sandbox.state.issues.values()].filter(
    ({ parentNumber, state }) => parentNumber === run && state === "open",
  );

/** The last moment of the day a step's issue names as due; never when it names none. */
function endOfDueDate({ body }: Issue): number {
  const due = /\*\*Due \w+ (\d+ \w+ \d+)\*\*/.exec(body)?.[1];
  return due === undefined ? Number.POSITIVE_INFINITY : Date.parse(`${due} 23:59 UTC`);
}

async function endStep(sandbox: Sandbox, issue: Issue): Promise<void> {
  const people = issue.assignees.map(({ login }) => login);
  if (!issue.body.includes("`/approve`")) {
    await request(sandbox, people[0] ?? "demo-lena", "PATCH", `/issues/${issue.number}`, { state: "closed" });
    return;
  }
  for (const approver of people) {
    await request(sandbox, approver, "POST", `/issues/${issue.number}/comments`, { body: "/approve" });
  }
}

function mailsOf(sandbox: Sandbox, run: number): Mails[] {
  const fromBot = sandbox.state.notifications.filter(({ actor }) => actor.type === "Bot");
  const steps = [...sandbox.state.issues.values()].filter(({ parentNumber }) => parentNumber === run);
  return [...Map.groupBy(fromBot, ({ recipient }) => recipient.login)].map(([login, mails]) => {
    const reminders = mails.filter(({ text }) => text.includes(", a reminder: "));
    const perStep = [...Map.groupBy(reminders, ({ issueNumber }) => issueNumber).values()];
    const informed = mails.filter(({ text }) => text.includes(", for your information: ")).length;
    return {
      login,
      steps: steps.filter(({ assignees }) => assignees.some((person) => person.login === login)).length,
      others: mails.length - reminders.length - informed,
      reminders: reminders.length,
      mostReminders: Math.max(0, ...perStep.map(({ length }) => length)),
      informed,
    };
  });
}
