import { describe, expect, test } from "vitest";
import { writeCodeowners } from "../../../core/codeowners/index.ts";
import { exampleHandbook } from "../../../core/rules/index.ts";
import { handbookOf } from "../../builders.ts";

const handbook = handbookOf(
  exampleHandbook({
    roles: `author: { title: Author, people: [demo-jonas] }
editor: { title: Editor, people: [demo-lena, demo-sofia] }
nobody: { title: Nobody, people: [] }
`,
    others: { "content/a-second.mdx": "title: Do more\nowner: nobody\n" },
  }),
);
const block = `# Begin of what Handrail writes: the owners of the processes, from roles.yml. Edit that file instead.
/processes/content/example.mdx @demo-lena @demo-sofia
# End of what Handrail writes.`;

describe("CODEOWNERS", () => {
  test.each([
    ["is made where there is none", undefined, `${block}\n`],
    ["is filled where it is empty", "\n", `${block}\n`],
    ["keeps what others wrote", "* @acme/all # everything\n", `* @acme/all # everything\n\n${block}\n`],
    [
      "renews its own part in its place",
      `* @acme/all\n${block.replace("@demo-lena", "@somebody-else")}\n/docs/ @acme/docs\n`,
      `* @acme/all\n${block}\n/docs/ @acme/docs\n`,
    ],
    ["keeps blanks and lines at the end", "* @acme/all  \n\n\n", `* @acme/all  \n\n\n\n${block}\n`],
    ["ends a last line that has no end", "* @acme/all", `* @acme/all\n\n${block}\n`],
    [
      "finds its part among lines that end otherwise",
      `* @acme/all\r\n${block}\n/a @b\r\n`,
      `* @acme/all\r\n${block}\n/a @b\r\n`,
    ],
    [
      "keeps what stands between a beginning that lost its end and its part",
      `${block.replace("\n# End of what Handrail writes.", "")}\n/docs/ @acme/docs\n${block}\n`,
      `${block.replace("\n# End of what Handrail writes.", "")}\n/docs/ @acme/docs\n${block}\n`,
    ],
    [
      "takes no end for its own that stands before its beginning",
      "# End of what Handrail writes.\n* @acme/all\n",
      `# End of what Handrail writes.\n* @acme/all\n\n${block}\n`,
    ],
    ["keeps line ends", "* @acme/all\r\n", `* @acme/all\r\n\r\n${block.replaceAll("\n", "\r\n")}\r\n`],
  ])("%s, and a second time changes nothing", (_what, existing, expected) => {
    const written = writeCodeowners(existing, handbook, "processes");
    expect(written).toBe(expected);
    expect(writeCodeowners(written, handbook, "processes")).toBe(expected);
  });

  test("names a file in a folder with blanks as GitHub reads it", () => {
    expect(writeCodeowners(undefined, handbook, "Our handbook")).toContain(
      "\n/Our\\ handbook/content/example.mdx @demo-lena",
    );
  });

  test("names paths from the top where the handbook is the repository", () => {
    expect(writeCodeowners(undefined, handbook, "")).toContain("\n/content/example.mdx @demo-lena");
  });
});
