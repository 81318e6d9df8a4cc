import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openKeptFolder } from "../../../site/output/kept-folder.ts";
import { isUntouched, openOutputFolder } from "../../../site/output/output-folder.ts";

let place = "";
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "handrail-"));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(place, path), "utf8");

describe("the folder of a site", () => {
  /** A site of three files, and one of somebody else. */
  function firstBuild() {
    writeFileSync(join(place, "style.css"), "p {}");
    const output = openOutputFolder(place);
    output.write("a/index.html", "A");
    output.write("a/plan.ics", "plan");
    output.write("b/index.html", "B");
    return output.states();
  }

  test("is known as a whole, with the files of others", () => {
    const states = firstBuild();
    expect([...states.keys()].sort()).toEqual(["a/index.html", "a/plan.ics", "b/index.html", "style.css"]);
    expect(isUntouched(place, states)).toBe(true);
  });

  test.each([
    ["a file came", () => writeFileSync(join(place, "new.txt"), "")],
    ["a file went", () => rmSync(join(place, "a/plan.ics"))],
    ["a file was written", () => writeFileSync(join(place, "b/index.html"), "Bee")],
    ["a file was written with as many letters", () => utimesSync(join(place, "b/index.html"), 1, 1)],
  ])("is touched when %s", (_what, touch) => {
    const states = firstBuild();
    touch();
    expect(isUntouched(place, states)).toBe(false);
  });

  test("keeps files that stay the same, writes others, and removes folders", () => {
    const output = openOutputFolder(place, firstBuild());
    expect(output.write("b/index.html", "B")).toBe(false);
    expect(output.write("b/index.html", "Bee")).toBe(true);
    output.remove("a/");
    expect([output.has("a/plan.ics"), existsSync(join(place, "a"))]).toEqual([false, false]);
    expect(read("b/index.html")).toBe("Bee");
    expect([...output.states().keys()].sort()).toEqual(["b/index.html", "style.css"]);
    expect(isUntouched(place, output.states())).toBe(true);
  });

  test("takes in a folder made elsewhere, and puts the one there into the attic", () => {
    const output = openOutputFolder(join(place, "site"));
    output.write("search/old.txt", "old");
    mkdirSync(join(place, "made"));
    writeFileSync(join(place, "made/new.txt"), "new");
    output.replace("search", join(place, "made"), join(place, "attic"));
    expect([read("site/search/new.txt"), read("attic/old.txt")]).toEqual(["new", "old"]);
    expect([output.has("search/new.txt"), output.has("search/old.txt")]).toEqual([true, false]);
  });
});

describe("a folder that is kept", () => {
  const write = (texts: Readonly<Record<string, string>>) => {
    const folder = openKeptFolder(join(place, "texts"));
    const made: string[] = [];
    for (const [path, text] of Object.entries(texts))
      folder.write(path, text, () => {
        made.push(path);
        return text;
      });
    return { made, hasChanged: folder.close() };
  };

  test("makes only what has another key, and removes what is not named any more", () => {
    expect(write({ "a.html": "A", "b/b.html": "B" })).toEqual({
      made: ["a.html", "b/b.html"],
      hasChanged: true,
    });
    expect(write({ "a.html": "A", "b/b.html": "B" })).toEqual({ made: [], hasChanged: false });
    expect(write({ "a.html": "Ah" })).toEqual({ made: ["a.html"], hasChanged: true });
    expect([read("texts/a.html"), existsSync(join(place, "texts/b/b.html"))]).toEqual(["Ah", false]);
  });

  test("begins anew when the last one was interrupted", () => {
    write({ "a.html": "A" });
    openKeptFolder(join(place, "texts")).write("b.html", "B", () => "B");
    expect(write({ "a.html": "A" })).toEqual({ made: ["a.html"], hasChanged: true });
    expect(existsSync(join(place, "texts/b.html"))).toBe(false);
  });
});
