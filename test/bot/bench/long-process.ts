/** A handbook with one process of so many steps in a row, each done by somebody. */
export function longHandbook(steps: number): Map<string, string> {
  const list = Array.from(
    { length: steps },
    (_, index) => `  - { id: step-${index}, title: Step ${index}, role: doer, due: +${index + 7}d }`,
  );
  const sections = Array.from(
    { length: steps },
    (_, index) => `## Step ${index}\n\nDo it well.\n\n- [ ] Done\n`,
  );
  const frontMatter = `title: Long\nsummary: A row of steps.\noutcome: All done.\ntrigger: A bench.\nowner: doer\nsteps:\n${list.join("\n")}`;
  return new Map([
    ["processes/handbook.yml", "title: Bench\n"],
    ["processes/roles.yml", "doer: { title: Doer, people: [demo-ann] }\n"],
    ["processes/bench/long.mdx", `---\n${frontMatter}\n---\n\n${sections.join("\n")}`],
  ]);
}

/** What the form of the long process sends. */
export const longBody = "### Process\n\nlong\n\n### Start date\n\n2026-11-09\n\n### People\n\n_No response_";
