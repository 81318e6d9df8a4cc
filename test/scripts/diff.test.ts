import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handrail } from "./run-handrail.ts";

let folder = "";
const handbook = () => join(folder, "handbook");
const file = (path: string) => join(handbook(), path);
const git = (...args: string[]) =>
  execFileSync("git", ["-C", folder, "-c", "user.name=Mira", "-c", "user.email=mira@example.org", ...args]);
const edit = (path: string, ...edits: readonly (readonly [string, string])[]) =>
  writeFileSync(
    file(path),
    edits.reduce((text, [from, to]) => text.replace(from, to), readFileSync(file(path), "utf8")),
  );

/** A repository whose first commit, tagged `before`, holds the handbook, and whose working tree holds a changed one. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "handrail-diff-"));
  cpSync("test/fixtures/handbook", handbook(), { recursive: true });
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "Write the handbook down");
  git("tag", "before");
  edit(
    "content/publish-post.mdx",
    ["due: -30d", "due: -36d"],
    ["approvers: [editor, marketing-lead]", "approvers: [marketing-lead]"],
    ["title: Write the draft\n    role: blog-author", "title: Write the draft\n    role: designer"],
    [
      "  - id: live",
      "  - { id: claims, title: Check the claims, kind: approval, approvers: [editor], after: draft, due: -7d }\n  - id: live",
    ],
    ["- [ ] Click every link.", "- [ ] Click every link.\n- [ ] Read it \\<b>aloud, @mira."],
  );
  edit("roles.yml", ["people: [demo-mira]", "people: [demo-ben, demo-mira]"]);
  renameSync(file("events/hold-webinar.mdx"), file("events/host-webinar.mdx"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("what diff prints of a branch against the working tree", () => {
  test.each([
    ["markdown", "md"],
    ["json", "json"],
  ])("as %s", async (format, ending) => {
    const { out, err, code } = await handrail([
      "diff",
      "before",
      "--handbook",
      handbook(),
      "--format",
      format,
    ]);
    await expect(out).toMatchFileSnapshot(`cases/diff/handbook.${ending}`);
    expect([err, code]).toEqual(["", 0]);
  });
});

test("a revision, its name and a folder with the same texts give the same", async () => {
  const against = async (...sides: string[]) =>
    (await handrail(["diff", ...sides, "--handbook", handbook()])).out;
  const expected = await against("before");
  expect(await against("HEAD")).toBe(expected);
  expect(await against("test/fixtures/handbook", handbook())).toBe(expected);
  expect(await against("before", "HEAD")).toBe("Nothing changes for those who work by this handbook.\n");
});

test("the shipped handbook does not differ from itself", async () => {
  expect(await handrail(["diff", "processes", "--format", "json"])).toEqual({
    code: 0,
    err: "",
    out: `${JSON.stringify({ weight: null, losesFourEyes: false, losesOwnerApproval: false, processes: [], roles: [], settings: [], unreadable: [] }, null, 2)}\n`,
  });
});

test("a process with errors is left out, and named", async () => {
  const { out, err, code } = await handrail(["diff", "test/fixtures/handbook", "test/fixtures/faulty"]);
  expect(code).toBe(1);
  expect(out).not.toContain("publish-post");
  expect(err).toMatch(/^Left out, because it has errors on one side:\ntest\/fixtures\/faulty/);
});

test.each([
  [["diff", "nowhere"], "`nowhere` is neither a folder nor a revision"],
  [["diff", "--", "--output=/tmp/x"], "`--output=/tmp/x` is neither a folder nor a revision"],
  [["diff", "HEAD", "--handbook", "nowhere"], "No handbook at nowhere"],
  [["diff"], "missing required argument 'base'"],
])("%j is wrong usage", async (args, message) => {
  const { code, err, out } = await handrail(args);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(message);
});
