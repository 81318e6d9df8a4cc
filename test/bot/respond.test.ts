import { afterAll, beforeAll, expect, test } from "vitest";
import { writeFormBody } from "../../core/form/index.ts";
import { date, handbookOf } from "../builders.ts";
import { smallFiles } from "../core/run/small-handbook.ts";
import { openTestWorld, type TestWorld } from "./world.ts";

const files = smallFiles(
  [
    "id: first, title: First, role: author, respond: 30m, due: 0d",
    "id: second, title: Second, role: editor, respond: 30m, due: 0d",
  ],
  {
    files: {
      "roles.yml":
        "lead: { title: Lead, people: [demo-sofia] }\nauthor: { title: Author, people: [demo-mira] }\neditor: { title: Editor, people: [demo-paul] }\nlawyer: { title: Lawyer, people: [demo-jonas] }\n",
    },
  },
);

let world: TestWorld;
let run: number;

beforeAll(async () => {
  world = await openTestWorld({ now: "2026-03-02T10:00:00Z", files });
  const definition = handbookOf(files).processes.get("work");
  if (!definition) throw new Error("The handbook has no process.");
  const body = writeFormBody(definition, date("2026-03-10"), new Map());
  run = await world.as("demo-sofia").open("Work", body, ["handrail:run"]);
}, 60_000);

afterAll(() => world.close());

/** Puts a sign on something, as the web pages of GitHub do. */
async function react(login: string, subject: string | undefined): Promise<void> {
  const response = await fetch(world.sandbox.links.graphql, {
    method: "POST",
    headers: { authorization: `Bearer ${world.sandbox.tokens[login]}`, "content-type": "application/json" },
    body: JSON.stringify({
      query:
        "mutation($id: ID!) { addReaction(input: { subjectId: $id, content: EYES }) { reaction { content } } }",
      variables: { id: subject },
    }),
  });
  expect(await response.json()).not.toHaveProperty("errors");
}

test("a sign on a step or on the word that it is one's turn is the first reaction, found at the next look", async () => {
  const { issues } = world.sandbox.state;
  const step = (title: string) => [...issues.values()].find((issue) => issue.title.startsWith(title));
  await world.moveTo("2026-03-02T10:20:00Z");
  await react("demo-jonas", step("First")?.nodeId);
  await react("demo-mira", step("First")?.nodeId);
  await world.moveTo("2026-03-02T10:40:00Z");
  expect(await world.status(run)).toMatch(/▶ \*\*their turn\*\*, first reaction after (?:19|20) minutes/);
  await world.as("demo-mira").close(step("First")?.number ?? 0);
  await world.moveTo("2026-03-02T11:45:00Z");
  expect(await world.status(run)).toContain("**no reaction within 30 minutes**");
  await react("demo-paul", step("Second")?.comments.at(-1)?.nodeId);
  await world.moveTo("2026-03-02T12:00:00Z");
  expect(await world.status(run)).toMatch(
    /first reaction \*\*after 1 hour [45] minutes\*\*, asked for within 30 minutes/,
  );
});
