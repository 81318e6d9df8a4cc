import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  buildHandbook,
  openPageProgram,
  type PageProgram,
  pageProgramFolder,
  readSettings,
} from "../../../site/index.ts";
import { writeFiles } from "../bench/write-files.ts";
import { showcaseHandbook } from "../showcase-handbook.ts";

const folder = mkdtempSync(join(tmpdir(), "handrail-theme-"));
const handbook = join(folder, "handbook");
const site = join(folder, "site");
const plain = new Map(showcaseHandbook());
let program: PageProgram;

beforeAll(async () => {
  writeFiles(handbook, plain);
  writeFileSync(join(handbook, "logo.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
  writeFileSync(join(handbook, "icon.png"), new Uint8Array([0x89, 0x50, 0x4e, 0x47]));
  writeFileSync(join(handbook, "own.css"), ".lead { font-style: italic }");
  symlinkSync("/etc/hostname", join(handbook, "linked.svg"));
  program = await openPageProgram(await pageProgramFolder());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function build(theme: string) {
  writeFileSync(join(handbook, "handbook.yml"), `theme: ${theme}\n${plain.get("handbook.yml")}`);
  const environment = {
    HANDRAIL_HANDBOOK: handbook,
    HANDRAIL_CACHE: join(folder, "cache"),
    HANDRAIL_BASE: "/team/",
  };
  return buildHandbook(
    program,
    readSettings(environment, () => "2026-11-23T08:00:00Z"),
    site,
  );
}
const textOf = (path: string) => readFileSync(join(site, path), "utf8");

test("a theme stands on every page, under the base path, and its files beside them", async () => {
  const theme = '{ accent: "#7a1fa2", logo: logo.svg, favicon: icon.png, stylesheet: own.css }';
  expect((await build(theme)).broken).toEqual([]);
  for (const page of ["index.html", "processes/fair/index.html", "guide/reading/index.html", "404.html"]) {
    for (const file of ["logo.svg", "icon.png", "own.css", "accent.css"])
      expect(textOf(page), page).toContain(`"/team/brand/${file}"`);
  }
  expect(textOf("brand/accent.css")).toContain("--accent: light-dark(#7a1fa2, #");
  expect(readFileSync(join(site, "brand/icon.png"))).toEqual(readFileSync(join(handbook, "icon.png")));
});

test("a theme that goes leaves nothing behind", async () => {
  await build("{}");
  expect(existsSync(join(site, "brand"))).toBe(false);
  expect(textOf("index.html")).not.toContain("/brand/");
});

test.each([
  ["{ logo: missing.svg }", /names missing\.svg, which is not there/],
  ["{ logo: linked.svg }", /names linked\.svg, which is no plain file/],
])("%s ends the build with words", async (theme, message) => {
  await expect(build(theme)).rejects.toThrow(message);
});

test.each([
  ['{ accent: "#ffcc00" }', "faint-accent"],
  ["{ accent: teal }", "wrong-value"],
  ["{ logo: ../secret.svg }", "wrong-value"],
  ["{ logo: absences.yml }", "wrong-value"],
  ["{ colour: red }", "unknown-field"],
])("%s is a problem with a place", async (theme, problemId) => {
  const { problems } = await build(theme);
  expect(problems.map((problem) => [problem.problemId, problem.line])).toContainEqual([problemId, 1]);
});
