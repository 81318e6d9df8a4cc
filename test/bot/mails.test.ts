import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseCivilDate, toEpochDay } from "../../core/calendar/index.ts";
import { writeFormBody } from "../../core/form/index.ts";
import { workCalendarOf } from "../../core/holidays/index.ts";
import { date, handbookOf, shippedFiles } from "../builders.ts";
import { openTestWorld, type TestWorld } from "./world.ts";

const files = new Map(
  [...shippedFiles()].filter(([path]) => path.endsWith(".yml") || path.includes("publish-blog-post")),
);
const handbook = handbookOf(files);
const definition = handbook.processes.get("publish-blog-post");
if (!definition) throw new Error("The handbook has no blog process.");
const body = writeFormBody(definition, date("2026-12-18"), new Map([["topic", "Rails"]]));

interface Mail {
  readonly to: string;
  readonly issue: number;
  readonly kind: string;
  readonly at: string;
  readonly text: string;
}

let world: TestWorld;
let run: number;
const mails: Mail[] = [];
/** When each step was over, by its issue. */
const ended = new Map<number, string>();
const owners = new Map<number, readonly string[]>();

/** A whole blog run in which everybody ends their step on its due date at noon, looked at morning, noon and night. */
beforeAll(async () => {
  world = await openTestWorld({ now: "2026-11-02T09:00:00Z", files });
  run = await world.as("demo-lena").open("Publish a blog post: Rails", body, ["handrail:run"]);
  for (let day = date("2026-11-03"); day <= date("2026-12-18"); day = nextDay(day)) {
    await world.moveTo(`${day}T08:30:00Z`);
    await world.moveTo(`${day}T11:00:00Z`);
    for (const step of (await world.issues()).filter(
      ({ parent, state }) => parent === run && state === "open",
    )) {
      const due = /\*\*Due \w+ (\d+ \w+ \d+)\*\*/.exec(step.body)?.[1];
      if (due === undefined || new Date(`${due} UTC`).toISOString().slice(0, 10) !== day) continue;
      owners.set(step.number, step.assignees);
      if (step.body.includes("`/approve`"))
        for (const login of step.assignees) await world.as(login).comment(step.number, "/approve");
      else await world.as(step.assignees[0] ?? "").close(step.number);
      ended.set(step.number, world.now());
    }
    await world.moveTo(`${day}T21:00:00Z`);
  }
  for (const { recipient, issueNumber, kind, actor, at, text } of world.sandbox.state.notifications)
    if (actor.type === "Bot") mails.push({ to: recipient.login, issue: issueNumber, kind, at, text });
}, 120_000);

afterAll(() => world.close());

function nextDay(day: string) {
  const next = parseCivilDate(new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10));
  if (next === undefined) throw new Error(`There is no day after ${day}.`);
  return next;
}

const isReminder = ({ text }: Mail) => text.includes(", a reminder: ");

describe("the mails of a blog run in which everybody is on time", () => {
  test("the run has come to its end", async () => {
    expect((await world.issue(run)).state).toBe("closed");
    expect(mails.filter(isReminder).length).toBeGreaterThan(5);
  });

  test("none comes on a day off, or before the day begins", () => {
    const calendar = workCalendarOf(handbook.config);
    const early = mails.filter(({ at }) => {
      const local = new Date(at).toLocaleString("sv-SE", { timeZone: "Europe/Zurich" });
      return !calendar.isBusinessDay(toEpochDay(date(local.slice(0, 10)))) || local.slice(11) < "09:00";
    });
    expect(early).toEqual([]);
  });

  test("at most two reminders a step and person, and none once it is done", () => {
    const perStep = Map.groupBy(mails.filter(isReminder), ({ to, issue }) => `${to} #${issue}`);
    for (const [key, own] of perStep) expect([key, own.length <= 2]).toEqual([key, true]);
    const late = mails.filter((mail) => isReminder(mail) && mail.at > (ended.get(mail.issue) ?? ""));
    expect(late).toEqual([]);
  });

  test("besides them, two for each step of one's own: that it is theirs, and that it is their turn", () => {
    for (const [step, people] of owners)
      for (const person of people) {
        const own = mails.filter(
          (mail) =>
            mail.to === person &&
            mail.issue === step &&
            !isReminder(mail) &&
            !(mail.at >= (ended.get(step) ?? "")),
        );
        expect([person, step, own.length <= 2]).toEqual([person, step, true]);
      }
  });

  test("nobody hears of a step that is not theirs, but those it is for the information of", () => {
    const others = mails.filter(
      ({ to, issue, text }) =>
        issue !== run && !owners.get(issue)?.includes(to) && !text.includes(", for your information: "),
    );
    expect(others).toEqual([]);
  });

  test("of the run as a whole only who follows it hears: its plan to whoever started it, and GitHub's word that it is closed", () => {
    const onRun = Map.groupBy(
      mails.filter(({ issue }) => issue === run),
      ({ to }) => to,
    );
    expect([...onRun].map(([person, own]) => [person, own.map(({ kind }) => kind)])).toEqual([
      ["demo-lena", ["commented", "closed"]],
    ]);
  });

  test("each person gets at most two for each step of their own and one at the end; reminders and information are apart", () => {
    const isApart = (mail: Mail) => isReminder(mail) || mail.text.includes(", for your information: ");
    const people = [...new Set(mails.map(({ to }) => to))];
    for (const person of people) {
      const own = [...owners.values()].filter((logins) => logins.includes(person)).length;
      const got = mails.filter((mail) => mail.to === person && !isApart(mail)).length;
      expect([person, got, got <= 2 * own + 1]).toEqual([person, got, true]);
    }
    expect(people.length).toBeGreaterThan(5);
  });
});
