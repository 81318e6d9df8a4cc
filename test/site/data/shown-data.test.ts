import { describe, expect, test } from "vitest";
import { shownData } from "../../../site/data/shown-data.ts";
import type { SiteData } from "../../../site/data/site.ts";

type Data = Omit<SiteData, "shows">;

const run = {
  title: "Rails",
  startedBy: "ann",
  tasks: [
    {
      step: "draft",
      assignees: ["ann"],
      awaited: ["ben"],
      collected: [
        { id: "words", type: "text", value: "Ann wrote it" },
        { id: "where", type: "link", value: "https://ann.example" },
        { id: "sum", type: "money", value: "3" },
      ],
    },
    { step: "judge", assignees: ["ben"] },
  ],
  deviations: [{ kind: "moved", step: "draft", by: "ann", at: "2026-11-02T09:00:00Z", reason: "Ben is ill" }],
  replies: [{ by: "ann", words: "Ben was slow" }],
};
const data = {
  settings: {},
  handbook: {
    config: {},
    roles: new Map([["author", { title: "Author", people: ["ann"], deputies: ["ben"] }]]),
    absences: new Map([["ann", ["2026-12-07"]]]),
    people: new Map([["ann", { name: "Ann", timeZone: "Europe/Berlin", calendar: { country: "DE" } }]]),
    processes: new Map(),
  },
  processes: new Map([["launch", { history: [{ author: "Ann", subject: "Mend" }] }]]),
  ownPages: new Map(),
  runs: [run],
  activity: {
    proposals: [{ title: "Ben is never asked", number: 3 }],
    agreements: [{ by: "ann" }],
    confirmations: [{ on: "2026-11-02" }],
    decided: [{ pull: 4 }],
  },
  lastSweepAt: "2026-11-02T09:00:00Z",
  runsWrittenAt: "2026-11-02T10:00:00Z",
} as unknown as Data;

const nothing = { people: false, absences: false, runs: false };
const shown = (publish: Partial<typeof nothing>) => shownData(data, { ...nothing, ...publish });
const everything = { people: true, absences: true, runs: true };

describe("A3b-30: what of a handbook is published", () => {
  test("is all of it only where all is asked for", () => {
    expect(shown(everything)).toEqual({ ...data, shows: everything });
  });

  test.each([
    ["nothing", {}, { people: [], deputies: [] }, {}, false],
    ["people", { people: true }, { people: ["ann"], deputies: ["ben"] }, { ann: { name: "Ann" } }, false],
    ["absences without people", { absences: true }, { people: [], deputies: [] }, {}, false],
    [
      "absences and people",
      { people: true, absences: true },
      { people: ["ann"], deputies: ["ben"] },
      { ann: { name: "Ann", timeZone: "Europe/Berlin", calendar: { country: "DE" } } },
      true,
    ],
    ["runs", { runs: true }, { people: [], deputies: [] }, {}, false],
  ])(
    "%s: who has a role, what people.yml tells of them, and when they are away",
    (_what, publish, role, people, isAway) => {
      const { handbook, shows } = shown(publish);
      expect(handbook.roles.get("author")).toEqual({ title: "Author", ...role });
      expect(Object.fromEntries(handbook.people)).toEqual(people);
      expect([...handbook.absences.keys()]).toEqual(isAway ? ["ann"] : []);
      expect(shows.absences).toBe(isAway);
    },
  );

  test("people: who changed a process file", () => {
    const authors = (publish: Partial<typeof nothing>) =>
      [...shown(publish).processes.values()].flatMap(({ history }) => history.map(({ author }) => author));
    expect(authors({})).toEqual([""]);
    expect(authors({ runs: true })).toEqual([""]);
    expect(authors({ people: true })).toEqual(["Ann"]);
  });

  test.each([{}, { people: true }, { people: true, absences: true }])("%j: nothing of any run", (publish) => {
    expect(shown(publish)).toMatchObject({
      runs: [],
      activity: { proposals: [], agreements: [], confirmations: [] },
      lastSweepAt: undefined,
      runsWrittenAt: undefined,
    });
    expect(shown(publish).activity.decided).toBe(undefined);
  });

  test("runs without people: who did what, and what they wrote, is left out, and the rest stays", () => {
    const { runs, activity, lastSweepAt, runsWrittenAt } = shown({ runs: true });
    expect(runs).toEqual([
      {
        title: "Rails",
        startedBy: "",
        tasks: [
          {
            step: "draft",
            assignees: [],
            awaited: undefined,
            collected: [{ id: "sum", type: "money", value: "3" }],
          },
          { step: "judge", assignees: [], awaited: undefined },
        ],
        deviations: [{ kind: "moved", step: "draft", by: "", at: "2026-11-02T09:00:00Z", reason: "" }],
        replies: undefined,
      },
    ]);
    expect(activity).toEqual({ ...data.activity, proposals: [{ title: "", number: 3 }], agreements: [] });
    expect({ lastSweepAt, runsWrittenAt }).toEqual({
      lastSweepAt: data.lastSweepAt,
      runsWrittenAt: data.runsWrittenAt,
    });
  });

  test("runs and people: all of them", () => {
    expect(shown({ runs: true, people: true })).toMatchObject({ runs: [run], activity: data.activity });
  });
});
