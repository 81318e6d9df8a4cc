import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { taskBoxes, tickBox } from "../../sandbox/markdown/task-boxes.ts";
import { repository as o, start } from "./start.ts";

const web = "/acme/handbook/issues/1";
const body = [
  "Read this:",
  "",
  "- [ ] I have read it.",
  "- [x] And *that* too",
  "  1. [ ] within",
  "",
  "```",
  "- [ ] code",
  "```",
  "",
  "`- [ ] none`",
  '<ul><li class="task-list-item"><input type="checkbox"> by hand</li></ul>',
].join("\n");

const users = [
  { login: "demo-tom", name: "Tom", permission: "admin" },
  { login: "demo-ines", name: "Ines", permission: "write" },
  { login: "visitor", name: "Visitor", permission: "none" },
] as const;

/** An issue of demo-tom with task lists, and the buttons of its page as somebody sees them. */
async function opened() {
  const sandbox = await start({ users });
  await sandbox.as("demo-tom").rest.issues.create({ ...o, title: "T", body });
  const as = (login: string) => ({ cookie: `sandbox_actor=${login}` });
  return {
    issue: () => sandbox.state.issues.get(1),
    async boxes(login: string) {
      const page = await (await fetch(`${sandbox.url}${web}`, { headers: as(login) })).text();
      return [
        ...page.matchAll(
          /<button type="submit" form="(tick-\d+)" name="tick" value="(\d+)"[^>]*aria-checked="(\w+)" aria-label="([^"]*)"/g,
        ),
      ].map(([, form, value = "", ticked, label]) => ({ form, value, ticked, label }));
    },
    send: (login: string, fields: Record<string, string>, path = "/edit") =>
      fetch(`${sandbox.url}${web}${path}`, {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: as(login),
        redirect: "manual",
      }),
    comment: (text: string) =>
      sandbox.as("demo-tom").rest.issues.createComment({ ...o, issue_number: 1, body: text }),
  };
}

describe("a box of a task list", () => {
  test("is a button for whoever may edit the text, and for nobody else", async () => {
    const { boxes } = await opened();
    expect(
      (await boxes("demo-ines")).map(({ ticked, label }) => [ticked, label?.split(/\s{2,}|\n/)[0]]),
    ).toEqual([
      ["false", "I have read it."],
      ["true", "And that too"],
      ["false", "within"],
    ]);
    expect(await boxes("visitor")).toEqual([]);
  });

  test("is ticked by a click, and nothing else of the text changes", async () => {
    const { boxes, send, issue } = await opened();
    const [first] = await boxes("demo-ines");
    expect((await send("demo-ines", { tick: first?.value ?? "", edits: "0" })).status).toBe(303);
    expect(issue()).toMatchObject({ title: "T", body: body.replace("- [ ] I have", "- [x] I have") });
    const [again] = await boxes("demo-ines");
    await send("demo-ines", { tick: again?.value ?? "", edits: String(issue()?.edits.length) });
    expect(issue()?.body).toBe(body);
  });

  test("of a comment is ticked in that comment", async () => {
    const { send, issue, comment, boxes } = await opened();
    const { data } = await comment("- [ ] here");
    expect((await boxes("demo-ines")).at(-1)).toMatchObject({ form: `tick-${data.id}`, value: "0" });
    await send("demo-ines", { tick: "0", edits: "0" }, `/comments/${data.id}`);
    expect(issue()?.comments[0]?.body).toBe("- [x] here");
    expect(issue()?.body).toBe(body);
  });

  test.each([
    ["somebody who may not edit it", "visitor", { edits: "0" }, 403],
    ["whoever looks at an older text", "demo-ines", { edits: "3" }, 422],
    ["whoever names a place without a box", "demo-ines", { tick: "1", edits: "0" }, 422],
    ["whoever names no place", "demo-ines", { tick: "constructor", edits: "0" }, 422],
  ])("stays as it is for %s", async (_, login, fields, status) => {
    const { send, issue } = await opened();
    const tick = String(body.indexOf("- [ ]"));
    expect((await send(login, { tick, ...fields })).status).toBe(status);
    expect(issue()).toMatchObject({ body, edits: [] });
  });
});

test("ticking a box twice gives the text as it was, and once another that differs in one letter", () => {
  const line = fc.constantFrom(
    "- [ ] a",
    "* [x] b",
    "1. [X] c",
    "> - [ ] d",
    "  - [ ] e",
    "```",
    "text [ ]",
    "-   [ ] f",
    "",
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom("\n", "\r\n"), (lines, end) => {
      const text = lines.join(end);
      for (const item of taskBoxes(text).keys()) {
        const once = tickBox(text, item) ?? "";
        expect([...once].filter((letter, at) => letter !== text[at])).toHaveLength(1);
        expect(tickBox(once, item)?.toLowerCase()).toBe(text.toLowerCase());
      }
    }),
  );
});
