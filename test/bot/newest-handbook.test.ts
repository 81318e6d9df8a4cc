import { afterEach, expect, test } from "vitest";
import { articleHandbook, formBody, launchHandbook, openTestWorld, type TestWorld } from "./world.ts";

let world: TestWorld;
afterEach(() => world.close());

const settings = "title: Handbook\ntimeZone: UTC\nrepository: acme/handbook\nconfirm: never\n";

const nativeDates = () =>
  [...world.sandbox.state.issues.values()].map(({ fieldValues }) => [...fieldValues.values()][0]);
const said = async () =>
  (await world.issue(1)).comments.filter((comment) => comment.includes("this run no longer fits them"));

test("a day off on which a run inside a run is due is said by that run alone, with the line that moves it", async () => {
  world = await openTestWorld({
    now: "2026-11-02T09:00:00Z",
    files: launchHandbook({
      launch: [
        "id: article, title: Publish the article, kind: process, process: article, role: editor, after: [], due: -2bd",
        "id: day, title: Launch it, role: lead, due: 0d",
      ],
      article: ["id: write, title: Write, role: author, due: -5bd"],
    }),
  });
  const body = formBody({ Process: "launch", "Launch date": "2027-01-29", People: "" });
  await world.as("demo-lena").open("Launch", body, ["handrail:run"]);
  await world.commit("handbook.yml", `${settings}calendar: { closed: [2027-01-27] }\n`);
  await world.moveTo("2026-11-03T12:00:00Z");
  const told = (await world.issues()).flatMap(({ number, comments }) =>
    comments
      .filter((comment) => comment.includes("no longer fits"))
      .map((comment) => [number, comment] as const),
  );
  expect(told).toEqual([[2, expect.stringContaining("/move 2027-01-26 nobody works that day")]]);
});

test("what is committed while a run is open is said once on it, with the line that mends it, and moves no promised date", async () => {
  world = await openTestWorld({
    now: "2026-11-02T09:00:00Z",
    files: articleHandbook([
      "id: write, title: Write, role: author, due: -5bd",
      "id: edit, title: Edit, role: editor, due: -2bd",
      "id: print, title: Print, role: lead, due: 0d",
    ]),
  });
  const body = formBody({ Process: "article", "Publish date": "2026-12-18", People: "" });
  await world.as("demo-lena").open("Write an article", body, ["handrail:run"]);
  const promised = nativeDates();
  expect(promised).toEqual([undefined, "2026-12-11", "2026-12-16", "2026-12-18"]);

  await world.commit("absences.yml", "demo-jonas: [2026-12-08..2026-12-14]\n");
  await world.moveTo("2026-11-03T12:00:00Z");
  expect(await said()).toEqual([
    expect.stringContaining(
      "- demo-jonas will be away for **Write** (#2), due Friday 11 December 2026. To give it to somebody else, write on #2: `/hand-to @login demo-jonas is away`",
    ),
  ]);

  await world.commit("handbook.yml", `${settings}calendar: { closed: [2026-12-16] }\n`);
  await world.moveTo("2026-11-04T12:00:00Z");
  expect(await said()).toHaveLength(2);
  expect((await said())[1]).toContain(
    "- **Edit** (#3) is due on Wednesday 16 December 2026, which is a day off now. To give it another date, write on #3: `/due 2026-12-17 nobody works that day`",
  );

  await world.commit(
    "roles.yml",
    `author: { title: Author, people: [demo-jonas] }
editor: { title: Editor, people: [demo-lena] }
lead: { title: Lead, people: [demo-tom] }
`,
  );
  await world.moveTo("2026-11-05T12:00:00Z");
  expect(await said()).toHaveLength(3);
  expect((await said())[2]).toContain("**Print** (#4)");
  expect((await said())[2]).toContain("`/hand-to @demo-tom");

  for (const day of ["06", "09", "10"]) await world.moveTo(`2026-11-${day}T12:00:00Z`);
  expect(await said()).toHaveLength(3);
  expect(nativeDates()).toEqual(promised);
  expect(await world.status(1)).toContain("On track.");

  await world.as("demo-lena").comment(3, "/due 2026-12-17 nobody works that day");
  expect(nativeDates()).toEqual([undefined, "2026-12-11", "2026-12-17", "2026-12-18"]);
  await world.moveTo("2026-11-11T12:00:00Z");
  expect(await said()).toHaveLength(3);
});
