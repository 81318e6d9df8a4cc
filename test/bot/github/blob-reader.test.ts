import { expect, test } from "vitest";
import { createBlobReader } from "../../../bot/github/blob-reader.ts";
import type { GraphqlClient } from "../../../bot/github/graphql-client.ts";

/** A GitHub with some files, and how often it was asked for each. */
function github(files: Map<string, string>) {
  const asked: string[] = [];
  const graphql = (async (_document: string, variables: Record<string, string>) => {
    const names = Object.entries(variables).filter(([key]) => key.startsWith("file"));
    asked.push(...names.map(([, name]) => name));
    const objects = names.map(([key, name]) => [key, files.has(name) ? { text: files.get(name) } : null]);
    return { repository: Object.fromEntries(objects) };
  }) as GraphqlClient;
  return { asked, reader: createBlobReader(graphql, { owner: "acme", name: "handbook" }) };
}

const names = ["handbook.yml", "absences.yml"].map((path) => ({ revision: "abc", path }));

test("each file of a commit is asked for once, also one that is not there", async () => {
  const { asked, reader } = github(new Map([["abc:handbook.yml", "title: H"]]));
  expect(await reader.read(names)).toEqual(["title: H", null]);
  expect(await reader.read(names)).toEqual(["title: H", null]);
  expect(asked).toEqual(["abc:handbook.yml", "abc:absences.yml"]);
});

test("a commit that is not there is asked for again, and read once it is back", async () => {
  const files = new Map<string, string>();
  const { reader } = github(files);
  expect(await reader.read(names)).toEqual([null, null]);
  files.set("abc:handbook.yml", "title: H");
  expect(await reader.read(names)).toEqual(["title: H", null]);
});
