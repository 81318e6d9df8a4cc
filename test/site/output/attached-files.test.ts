import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { buildHandbook, openPageProgram, pageProgramFolder, readSettings } from "../../../site/index.ts";
import { attachedPath } from "../../../site/markdown/attached-path.ts";
import { writeFiles } from "../bench/write-files.ts";
import { showcaseHandbook } from "../showcase-handbook.ts";

const folder = mkdtempSync(join(tmpdir(), "handrail-attached-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a file beside a process is shown", () => {
  test.each([
    ["booth.png", "events/booth.png"],
    ["./plans/Booth-2.JPG#x", "events/plans/Booth-2.JPG"],
    ["../templates/brief.docx?x=1", "templates/brief.docx"],
    ["../../../outside.pdf", "outside.pdf"],
  ])("%s", (url, path) => {
    expect(attachedPath(url, "events/fair.mdx")).toBe(path);
  });

  test.each([
    "page.html",
    "run.js",
    "sign.svg",
    "notes.yml",
    "fair.mdx",
    ".hidden.png",
    ".git/x.png",
    "a%2f..%2fb.png",
    "a b.png",
    "png",
  ])("but not %s", (url) => {
    expect(attachedPath(url, "events/fair.mdx")).toBeUndefined();
  });
});

test("pictures and templates are written beside the pages, and nothing that leads out of the handbook", async () => {
  const files = new Map(showcaseHandbook());
  const fair = files.get("events/fair.mdx") ?? "";
  files.set(
    "events/fair.mdx",
    `${fair}\n## Announce it\n\n![The booth](booth.png)\n\nUse [the template](../templates/brief.docx).\n`,
  );
  files.set(
    "content/write-up.mdx",
    (files.get("content/write-up.mdx") ?? "").replace(
      "Publish.",
      "See [this](secret.pdf) and [that](gone.pdf).",
    ),
  );
  files.set("templates/brief.docx", "brief");
  files.set("templates/unused.docx", "unused");
  const handbook = join(folder, "handbook");
  writeFiles(handbook, files);
  writeFileSync(join(handbook, "events/booth.png"), new Uint8Array([137, 80, 78, 71]));
  writeFileSync(join(folder, "outside.pdf"), "outside");
  symlinkSync(join(folder, "outside.pdf"), join(handbook, "content/secret.pdf"));
  const settings = readSettings(
    { HANDRAIL_HANDBOOK: handbook, HANDRAIL_CACHE: join(folder, "cache"), HANDRAIL_BASE: "/team/" },
    () => "2026-11-23T08:00:00Z",
  );
  const out = join(folder, "site");
  const { broken } = await buildHandbook(
    await openPageProgram(await pageProgramFolder()),
    settings,
    out,
    true,
  );
  const page = readFileSync(join(out, "processes/fair/index.html"), "utf8");
  expect(page).toContain(
    '<a href="/team/files/events/booth.png" class="picture"><img src="/team/files/events/booth.png" alt="The booth" loading="lazy"></a>',
  );
  expect(page).toContain('<a href="/team/files/templates/brief.docx">the template</a>');
  expect(readFileSync(join(out, "files/templates/brief.docx"), "utf8")).toBe("brief");
  expect(existsSync(join(out, "files/events/booth.png"))).toBe(true);
  for (const left of ["files/templates/unused.docx", "files/content/secret.pdf", "files/content/gone.pdf"])
    expect(existsSync(join(out, left))).toBe(false);
  expect(broken.map(({ link }) => link).sort()).toEqual([
    "/team/files/content/gone.pdf",
    "/team/files/content/secret.pdf",
  ]);
});
