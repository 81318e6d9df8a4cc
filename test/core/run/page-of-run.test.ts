import { expect, test } from "vitest";
import { smallHandbook, smallRun } from "./small-handbook.ts";

const steps = ["id: draft, title: Draft, role: author, due: +5d"];
const begin = "title: Handbook\ntimeZone: UTC\nconfirm: never\n";

test.each([
  ["a site that shows runs", "site: https://h.example/team/\npublish: { runs: true }\n", true],
  ["a site that shows none", "site: https://h.example/team/\n", false],
  ["no site", "publish: { runs: true }\n", false],
])("with %s the status leads to the page of the run, or says nothing of it", (_what, lines, leads) => {
  const run = smallRun(smallHandbook(steps, { files: { "handbook.yml": `${begin}${lines}` } }));
  const [status = ""] = run.observed.run.comments.filter(({ isOurs }) => isOurs).map(({ body }) => body);
  expect(status).toContain("Follows [Work]");
  expect(status.includes("(https://h.example/team/runs/1/)")).toBe(leads);
});
