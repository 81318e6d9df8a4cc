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
    const all = await changeMeanings(await gitHistory(folder), handbookOf(filesWith(draft)), settings, "a");
    return all.get("content/example.mdx")?.map(({ subject, meaning }) => [subject, ...meaning]);
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
