import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exampleHandbook } from "../../../core/rules/index.ts";
import { gitHistory } from "../../../disk/index.ts";
import { changeMeanings } from "../../../site/content/change-meanings.ts";
import { readSettings } from "../../../site/data/settings.ts";
import { handbookOf } from "../../builders.ts";

let folder = "";
const draft = "- { id: draft, title: Write the draft, role: author, due: -5d }";
const filesWith = (step: string) =>
  exampleHandbook({
    process: `anchor: Publish date\nsteps:\n  ${step}`,
    body: "## Write the draft\n\nDo it well.\n",
  });
const git = (...args: string[]) =>
  execFileSync("git", ["-C", folder, "-c", "user.name=Mira", "-c", "user.email=mira@example.org", ...args]);

function commit(text: string, subject: string): void {
  writeFileSync(join(folder, "content/example.mdx"), text);
  git("add", ".");
  git("commit", "--quiet", "--message", subject);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "handrail-history-"));
  mkdirSync(join(folder, "content"));
  git("init", "--quiet");
  const text = filesWith(draft).get("content/example.mdx") ?? "";
  commit(text, "First version");
  commit(text.replace("role: author", "role: editor"), "Give it to the editor");
  commit(text.replace("role: author", "role: editor").replace("well", "very well"), "Say it better");
  commit("no process at all", "Break it");
  commit(text, "Mend it");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("each change of a file says what it meant, the second time from what was kept", async () => {
  const settings = readSettings(
    { HANDRAIL_HANDBOOK: folder, HANDRAIL_CACHE: join(folder, ".cache") },
    () => "2026-11-23T08:00:00Z",
  );
  const meant = async () => {
    const files = filesWith(draft);
    const all = await changeMeanings(
      await gitHistory(folder),
      { handbook: handbookOf(files), files },
      settings,
      "a",
    );
    expect(all.get("content/example.mdx")?.notCommitted).toBeUndefined();
    return all.get("content/example.mdx")?.history.map(({ subject, meaning }) => [subject, ...meaning]);
  };
  const expected = [
    ["Mend it"],
    ["Break it"],
    ["Say it better", "Only the wording changed in “Write the draft”."],
    ["Give it to the editor", "“Write the draft” now belongs to Editor."],
    ["First version", "The process was written down."],
  ];
  expect(await meant()).toEqual(expected);
  expect(await meant()).toEqual(expected);
});

test.each([
  [
    "a field",
    (text: string) => text.replace("role: author", "role: editor"),
    ["“Write the draft” now belongs to Editor."],
  ],
  [
    "words",
    (text: string) => text.replace("well", "very well"),
    ["Only the wording changed in “Write the draft”."],
  ],
  ["nothing but the ends of its lines", (text: string) => text.replaceAll("\n", "\r\n"), undefined],
  ["so much that it is no process any more", () => "no process at all", []],
])("what is changed in the folder and not committed says what it means: %s", async (_, edit, meaning) => {
  const settings = readSettings(
    { HANDRAIL_HANDBOOK: folder, HANDRAIL_CACHE: join(folder, ".cache") },
    () => "2026-11-23T08:00:00Z",
  );
  const files = filesWith(draft);
  const handbook = handbookOf(files);
  const edited = new Map(files).set("content/example.mdx", edit(files.get("content/example.mdx") ?? ""));
  const all = await changeMeanings(await gitHistory(folder), { handbook, files: edited }, settings, "a");
  expect(all.get("content/example.mdx")?.notCommitted).toEqual(meaning);
  expect(all.get("content/example.mdx")?.history[0]?.subject).toBe("Mend it");
});
