import { openPullWorld } from "../pull-world.ts";
import { formBody } from "../world.ts";
import { type Cost, costOf } from "./cost.ts";

/** What one event of a pull request costs the bot, with so many runs under way that it changes. */
export async function pullRequestCost(
  runs: number,
): Promise<{ readonly event: string; readonly cost: Cost; readonly characters: number }[]> {
  const { opened, propose, commit, merge, comments } = await openPullWorld({
    hears: true,
    settings: "changes: { readAgain: true }\n",
  });
  try {
    for (let index = 0; index < runs; index += 1)
      await opened
        .as("demo-jonas")
        .open(`Article ${index}`, formBody({ Process: "article", "Publish date": "2026-12-11" }), [
          "handrail:run",
        ]);
    await opened.sandbox.idle();
    const measure = async (event: string, happening: () => Promise<unknown>) => {
      const before = opened.sandbox.calls().length;
      await happening();
      await opened.sandbox.idle();
      const calls = opened.sandbox.calls().slice(before);
      return { event, cost: costOf(calls.filter(({ actor }) => actor === "handrail[bot]")) };
    };
    let pull = { branch: "", number: 0 };
    const events = [
      await measure("opened", async () => {
        pull = await propose((text) => text.replace("due: -5bd", "due: -8bd"));
      }),
      await measure("another commit", () =>
        commit(pull.branch, "processes/content/article.mdx", (text) =>
          text.replace("due: -8bd", "due: -9bd"),
        ),
      ),
      await measure("merged", () => merge(pull.number)),
    ];
    const [comment = ""] = await comments(pull.number);
    return events.map((event) => ({ ...event, characters: comment.length }));
  } finally {
    await opened.close();
  }
}
