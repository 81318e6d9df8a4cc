import type { BrokenLink } from "../output/broken-links.ts";

/** Ends the build when a link leads nowhere, naming each. */
export function tellBroken(broken: readonly BrokenLink[]): void {
  if (broken.length === 0) return;
  process.stderr.write(`${broken.map(({ page, link, reason }) => `${page} ${link} ${reason}`).join("\n")}\n`);
  process.exit(1);
}
