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
    ["processes/handbook.yml", "title: Bench\nconfirm: never\n"],
    ["processes/roles.yml", "doer: { title: Doer, people: [demo-ann] }\n"],
    ["processes/bench/long.mdx", `---\n${frontMatter}\n---\n\n${sections.join("\n")}`],
  ]);
}

/** What the form of the long process sends; each index has a start date of its own, since two runs for one day would look alike. */
export function longBody(index = 0): string {
  const day = new Date(Date.parse("2026-11-09") + index * 86_400_000).toISOString().slice(0, 10);
  return `### Process\n\nlong\n\n### Start date\n\n${day}\n\n### People\n\n_No response_`;
}
