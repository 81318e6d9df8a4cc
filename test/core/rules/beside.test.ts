import { describe, expect, test } from "vitest";
import { parseHandbook } from "../../../core/definition/index.ts";
import { checkHandbook, exampleHandbook } from "../../../core/rules/index.ts";

const steps = (...lines: readonly string[]) => `steps:\n${lines.map((line) => `  - { ${line} }`).join("\n")}`;
const launch = steps(
  "id: brief, title: Write the brief, role: editor",
  "id: text, title: Write it, kind: process, process: example, after: brief",
  "id: art, title: Draw it, kind: process, process: draw, after: brief",
);
const draw = steps("id: sketch, title: Sketch it, role: author", "id: ink, title: Ink it, role: author");
const above = { "content/launch.mdx": launch, "content/draw.mdx": draw };

/** What is said of a process whose only step waits for this, beside other processes. */
function problemsOf(after: string, others: Readonly<Record<string, string>> = above) {
  const process = steps(`id: draft, title: Write the draft, role: author, after: ${after}`);
  return checkHandbook(parseHandbook(exampleHandbook({ process, others })), "", undefined)
    .filter(({ severity }) => severity === "error")
    .map(({ file, line, column, problemId, message }) => `${file}:${line}:${column} ${problemId} ${message}`);
}

describe("what a step waits for beside its process", () => {
  test.each([
    ["a step of the process beside", "art/sketch"],
    ["several, and its own", "[art/sketch, art/ink]"],
    ["a step that is not there", "art/skech"],
    ["a process that is not there", "arts/sketch"],
    ["the process instead of the step that starts it", "draw/sketch"],
    ["a step above that is no process", "brief/sketch"],
    ["its own process", "text/draft"],
    ["two levels", "text/art/sketch"],
    ["a full stop between", "art.sketch"],
    ["nothing behind the slash", "art/"],
    ["an object's own word", "constructor/toString"],
  ])("%s", (_, after) => {
    expect(problemsOf(after)).toMatchSnapshot();
  });

  test("no process above", () => {
    expect(problemsOf("art/sketch", {})).toMatchSnapshot();
  });
});

describe("circles through processes beside", () => {
  test.each([
    [
      "both wait",
      {
        "content/launch.mdx": launch,
        "content/draw.mdx": steps("id: sketch, title: Sketch it, role: author, after: text/draft"),
      },
    ],
    [
      "the other process comes after this one",
      {
        ...above,
        "content/launch.mdx": launch.replace("process: draw, after: brief", "process: draw, after: text"),
      },
    ],
    [
      "one level higher",
      {
        ...above,
        "content/year.mdx": steps(
          "id: plan, title: Plan it, kind: process, process: plan, after: []",
          "id: launch, title: Launch it, kind: process, process: launch, after: plan",
        ),
        "content/plan.mdx": steps("id: think, title: Think, role: author, after: launch/text"),
      },
    ],
    ["none", above],
  ])("%s", (_, others) => {
    expect(problemsOf("art/sketch", others)).toMatchSnapshot();
  });

  test("are found among a thousand processes in good time", () => {
    const many = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [`content/p${index}.mdx`, launch]),
    );
    expect(problemsOf("art/sketch", { ...above, ...many })).toEqual([]);
  });
});
