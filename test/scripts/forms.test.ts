import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeFiles } from "../site/bench/write-files.ts";
import { handrail } from "./run-handrail.ts";

const handbook = ["--handbook", "test/fixtures/handbook"];
const folder = ".github/ISSUE_TEMPLATE";
let repository: string;

beforeEach(async () => {
  repository = await mkdtemp(join(tmpdir(), "handrail-forms-"));
});
afterEach(() => rm(repository, { recursive: true }));

const forms = (...more: string[]) => handrail(["forms", ...handbook, "--repository", repository, ...more]);
const names = () => readdir(join(repository, folder));

test("writes a form for each process and one for proposals, the same each time", async () => {
  expect(await forms()).toEqual({ code: 0, out: "", err: "3 issue forms, 3 changed.\n" });
  expect(await names()).toEqual(["propose-a-change.yml", "start-hold-webinar.yml", "start-publish-post.yml"]);
  const form = await readFile(join(repository, folder, "start-publish-post.yml"), "utf8");
  await expect(form).toMatchFileSnapshot("cases/forms/start-publish-post.yml");
  expect(await forms()).toEqual({ code: 0, out: "", err: "3 issue forms, 0 changed.\n" });
  expect(await forms("--check")).toEqual({ code: 0, out: "", err: "3 issue forms, all up to date.\n" });
});

test("--check names what is missing, changed or left over, and writes nothing", async () => {
  await forms();
  await rm(join(repository, folder, "start-hold-webinar.yml"));
  const made = (id: string) =>
    `# Made from a/${id}.mdx by \`npm run handrail -- forms\`. Change that file.\n`;
  writeFiles(repository, [
    [`${folder}/start-publish-post.yml`, made("publish-post")],
    [`${folder}/start-gone.yml`, made("gone")],
    [`${folder}/start-here.yml`, "name: Start here, says somebody else\n"],
    [`${folder}/bug.yml`, "name: A form of another kind\n"],
  ]);
  const before = await names();
  const { code, out } = await forms("--check");
  expect(out.trimEnd().split("\n")).toEqual(
    ["gone", "hold-webinar", "publish-post"].map((id) => `${folder}/start-${id}.yml`),
  );
  expect(code).toBe(1);
  expect(await names()).toEqual(before);
  await forms();
  expect(await names()).toEqual([
    "bug.yml",
    "propose-a-change.yml",
    "start-here.yml",
    "start-hold-webinar.yml",
    "start-publish-post.yml",
  ]);
  expect((await forms("--check")).code).toBe(0);
});

test.each([[], ["--check"]])(
  "a form of somebody else that stands in the way is named, and stays %j",
  async (...more) => {
    const path = `${folder}/start-publish-post.yml`;
    writeFiles(repository, [[path, "name: Mine\n"]]);
    const { code, err } = await forms(...more);
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringContaining(`${path} is not one that Handrail made`),
    });
    expect(await readFile(join(repository, path), "utf8")).toBe("name: Mine\n");
  },
);

test("lines that end as on Windows are not out of date", async () => {
  await forms();
  const file = join(repository, folder, "start-publish-post.yml");
  await writeFile(file, (await readFile(file, "utf8")).replaceAll("\n", "\r\n"));
  expect((await forms("--check")).code).toBe(0);
});

test("a handbook whose settings have errors gets no forms, and its errors are told", async () => {
  const broken = join(repository, "handbook");
  await cp("test/fixtures/handbook", broken, { recursive: true });
  await writeFile(join(broken, "handbook.yml"), "titel: Handbook\n");
  const { code, out, err } = await handrail(["forms", "--handbook", broken, "--repository", repository]);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(/^The handbook has errors; mend them first:\n(.* error .*\n){1,2}$/);
  await expect(names()).rejects.toThrow("ENOENT");
});

test("a process with errors keeps its form as it is, and the sound ones get theirs", async () => {
  const handbook = join(repository, "handbook");
  await cp("test/fixtures/handbook", handbook, { recursive: true });
  await forms();
  const before = await names();
  const file = join(handbook, "events/hold-webinar.mdx");
  await writeFile(file, (await readFile(file, "utf8")).replace(/^summary:.*\n/m, ""));
  await rm(join(repository, folder, "start-publish-post.yml"));
  const { code, err } = await handrail(["forms", "--handbook", handbook, "--repository", repository]);
  expect(code).toBe(1);
  expect(err).toContain("One process has errors, so its start form stays as it is until they are mended:\n");
  expect(await names()).toEqual(before);
});

test("the forms of this repository are up to date", async () => {
  expect(await handrail(["forms", "--check"])).toMatchObject({ code: 0, out: "" });
});
