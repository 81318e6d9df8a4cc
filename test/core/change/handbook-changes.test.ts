import { expect, test } from "vitest";
import { handbookChanges } from "../../../core/change/index.ts";
import { exampleHandbook } from "../../../core/rules/index.ts";
import { handbookOf, shippedFiles } from "../../builders.ts";

const steps = (titles: readonly string[]) =>
  `steps:\n${titles.map((title, index) => `  - { id: s${index}, title: ${title}, role: author }\n`).join("")}`;
const files = exampleHandbook({
  process: steps(["Write the draft"]),
  others: { "content/other.mdx": `title: Edit a film\n${steps(["Cut the film", "Add the sound"])}` },
});
const before = handbookOf(files);

function changesTo(change: (files: Map<string, string>) => void) {
  const after = new Map(files);
  change(after);
  return handbookChanges(before, handbookOf(after));
}

function move(all: Map<string, string>, from: string, to: string, edit = (text: string) => text) {
  all.set(to, edit(all.get(from) ?? ""));
  all.delete(from);
}

test("a handbook does not differ from itself", () => {
  const shipped = handbookOf(shippedFiles());
  expect(handbookChanges(shipped, shipped)).toEqual({ processes: [], roles: [] });
});

test.each<[string, (files: Map<string, string>) => void, object]>([
  ["gone", (all) => all.delete("content/other.mdx"), { process: "other", kind: "removed" }],
  [
    "new",
    (all) =>
      all.set(
        "content/third.mdx",
        (all.get("content/example.mdx") ?? "").replace("Write an article", "Sing"),
      ),
    { process: "third", kind: "added", title: "Sing" },
  ],
  [
    "in another area",
    (all) => move(all, "content/other.mdx", "film/other.mdx"),
    { process: "other", kind: "changed", movedFrom: "content", changes: [] },
  ],
  [
    "under another name",
    (all) => move(all, "content/other.mdx", "content/edit-film.mdx"),
    { process: "edit-film", kind: "changed", renamedFrom: "other", changes: [] },
  ],
  [
    "under another name and title",
    (all) =>
      move(all, "content/other.mdx", "content/edit-film.mdx", (text) =>
        text.replace("Edit a film", "Finish a film"),
      ),
    { process: "edit-film", renamedFrom: "other", changes: [{ kind: "wording", parts: ["title"] }] },
  ],
])("a process is %s", (_what, change, entry) => {
  expect(changesTo(change).processes).toMatchObject([entry]);
});

test("a process that could not be read on one side is not called removed", () => {
  const after = new Map(files);
  after.delete("content/other.mdx");
  expect(handbookChanges(before, handbookOf(after), (id) => id !== "other").processes).toEqual([]);
});

test.each([
  [
    "another person",
    "author: { title: Author, people: [demo-mira], deputies: [demo-ben] }",
    { people: { added: ["demo-mira"], removed: ["demo-jonas"] } },
  ],
  [
    "another title",
    "author: { title: Writer, people: [demo-jonas], deputies: [demo-ben] }",
    { titleBefore: "Author" },
  ],
  [
    "no deputy",
    "author: { title: Author, people: [demo-jonas] }",
    { deputies: { added: [], removed: ["demo-ben"] } },
  ],
])("a role has %s", (_what, line, entry) => {
  const roles = (files.get("roles.yml") ?? "").replace(/^author:.*$/m, line);
  const changes = changesTo((all) => all.set("roles.yml", roles));
  expect(changes.roles).toMatchObject([{ role: "author", kind: "changed", ...entry }]);
});
