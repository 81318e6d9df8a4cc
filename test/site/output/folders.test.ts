import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openKeptFolder } from "../../../site/output/kept-folder.ts";
import { openOutputFolder } from "../../../site/output/output-folder.ts";
import { pathsIn } from "../../../site/output/paths-in.ts";

let place = "";
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "handrail-"));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(place, path), "utf8");

describe("the folder of a site", () => {
  /** A site of three files. */
  function firstBuild() {
    const output = openOutputFolder(place, new Map());
    output.write("a/index.html", "A");
    output.write("a/plan.ics", "plan");
    output.write("b/index.html", "B");
    return output.close();
  }
  const paths = () => pathsIn(place).sort();

  test("holds what was written", () => {
    expect([...firstBuild().keys()]).toEqual(["a/index.html", "a/plan.ics", "b/index.html"]);
    expect(paths()).toEqual(["a/index.html", "a/plan.ics", "b/index.html"]);
  });

  test.each([
    ["went", () => rmSync(join(place, "b/index.html"))],
    ["was written anew", () => writeFileSync(join(place, "b/index.html"), "Bee")],
    ["was written with as many letters", () => utimesSync(join(place, "b/index.html"), 1, 1)],
  ])("has a file that is not as it was left when it %s", (_what, touch) => {
    const states = firstBuild();
    touch();
    const output = openOutputFolder(place, states);
    expect([output.isAsLeft("a/index.html"), output.isAsLeft("b/index.html")]).toEqual([true, false]);
  });

  test("keeps files that stay the same, writes others, and removes what is not named any more", () => {
    const output = openOutputFolder(place, firstBuild());
    writeFileSync(join(place, "a/somebody.txt"), "?");
    expect(output.write("b/index.html", "B")).toBe(false);
    expect(output.write("b/index.html", "Bee")).toBe(true);
    expect([...output.close().keys()]).toEqual(["b/index.html"]);
    expect(read("b/index.html")).toBe("Bee");
    expect(existsSync(join(place, "a/index.html"))).toBe(false);
  });

  test("leaves no empty folder behind", () => {
    const output = openOutputFolder(place, firstBuild());
    output.write("b/index.html", "B");
    output.close();
    expect(existsSync(join(place, "a"))).toBe(false);
  });

  test("keeps what it is told to keep without looking at it", () => {
    const output = openOutputFolder(place, firstBuild());
    output.keep("a/index.html");
    output.keepAll("b/");
    expect([...output.close().keys()]).toEqual(["a/index.html", "b/index.html"]);
    expect(paths()).toEqual(["a/index.html", "b/index.html"]);
  });

  test("does not write a file anew that somebody only touched", () => {
    const states = firstBuild();
    utimesSync(join(place, "b/index.html"), 1, 1);
    expect(openOutputFolder(place, states).write("b/index.html", "B")).toBe(false);
  });

  test("takes in a folder made elsewhere, and puts the one there into the attic", () => {
    const site = join(place, "site");
    const first = openOutputFolder(site, new Map());
    first.write("search/old.txt", "old");
    const output = openOutputFolder(site, first.close());
    mkdirSync(join(place, "made"));
    writeFileSync(join(place, "made/new.txt"), "new");
    output.replace("search", join(place, "made"), join(place, "attic"));
    expect([...output.close().keys()]).toEqual(["search/new.txt"]);
    expect([read("site/search/new.txt"), read("attic/old.txt")]).toEqual(["new", "old"]);
  });

  test("is refused when nobody knows of a build and it holds something else", () => {
    writeFileSync(join(place, "thesis.docx"), "three years");
    expect(() => openOutputFolder(place, undefined)).toThrow(
      /holds files that are no handbook site, such as thesis.docx/,
    );
    expect(read("thesis.docx")).toBe("three years");
  });

  test("is taken without knowledge when it is empty, or a site by its looks", () => {
    expect(() => openOutputFolder(place, undefined)).not.toThrow();
    for (const name of ["404.html", "processes.json"]) writeFileSync(join(place, name), "");
    expect(() => openOutputFolder(place, undefined)).not.toThrow();
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
    folder.close();
    return made;
  };

  test("makes only what has another key, and removes what is not named any more", () => {
    expect(write({ "a.html": "A", "b/b.html": "B" })).toEqual(["a.html", "b/b.html"]);
    expect(write({ "a.html": "A", "b/b.html": "B" })).toEqual([]);
    expect(write({ "a.html": "Ah" })).toEqual(["a.html"]);
    expect([read("texts/a.html"), existsSync(join(place, "texts/b/b.html"))]).toEqual(["Ah", false]);
  });

  test("begins anew when the last one was interrupted", () => {
    write({ "a.html": "A" });
    openKeptFolder(join(place, "texts")).write("b.html", "B", () => "B");
    expect(write({ "a.html": "A" })).toEqual(["a.html"]);
    expect(existsSync(join(place, "texts/b.html"))).toBe(false);
  });
});
