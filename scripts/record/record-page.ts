import type { RunFact } from "../../core/run/index.ts";
import { codeSpan, joinMarkdown, type Markdown, md, table } from "../../core/text/index.ts";

type Group = "run" | "step" | "approval" | "departure" | "entry";

const headings: Readonly<Record<Group, string>> = {
  run: "The run",
  step: "What was promised, and what came of it",
  approval: "Approvals, and the digest of the text that was approved",
  departure: "Departures from the plan",
  entry: "Everything that was accepted, in order",
};

/** What holds or not, in words. */
const marks: ReadonlyMap<string, string> = new Map([
  ["isNotApproved", "not approved"],
  ["isTakenBack", "taken back since"],
]);

/** A run as one page to read: what was planned, what came of it, who approved what, and why the plan was left. */
export function recordPage(facts: readonly RunFact[]): string {
  const title = facts.find(({ name }) => name === "run")?.value["title"];
  const groups = (Object.keys(headings) as Group[]).map((group) => {
    const own = facts.filter(({ name }) => name === group || name.startsWith(`${group} `));
    return own.length === 0 ? md`` : md`## ${headings[group]}\n\n${factTable(own)}`;
  });
  const intro = md`# Record of ${String(title ?? "a run")}\n\nThis page goes with a file of the same name that ends in ${codeSpan(".json")}. ${codeSpan("handrail record --check FILE.json")} says whether both are as they were signed, without a network.`;
  return `${joinMarkdown([intro, ...groups], "\n\n").text}\n`;
}

function factTable(facts: readonly RunFact[]): Markdown {
  return table(
    ["Fact", "What it says"],
    facts.map(({ name, value }) => [
      md`${name}`,
      joinMarkdown(
        Object.entries(value)
          .filter(([, item]) => item !== undefined && item !== "" && item !== null)
          .map(([key, item]) =>
            marks.has(key)
              ? md`**${marks.get(key) ?? ""}**`
              : md`**${key}** ${typeof item === "string" ? item : JSON.stringify(item)}`,
          ),
        " · ",
      ),
    ]),
  );
}
